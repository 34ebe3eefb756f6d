import type { ShareRule } from '../rule.ts'
import type { Facts } from './facts.ts'
import { type Mask, maskOf } from './mask.ts'

/** By the client's number in the book, which stays whatever comes in: the drawing is the same tomorrow. */
export function matchShare({ clientIds }: Facts, { percent, seed }: ShareRule): Mask {
  return maskOf(clientIds.length, (client) => drawn(seed, clientIds[client]!) < percent / 100)
}

/** A number in [0, 1) that looks random and is always the same for a seed and a client (mixing of MurmurHash3). */
export function drawn(seed: number, id: number): number {
  let hash = mixed(mixed(seed) + id)
  hash = mixed(hash ^ seed)
  return hash / 0x1_0000_0000
}

function mixed(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
