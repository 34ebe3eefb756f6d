import { hash } from 'node:crypto'

const ID_BYTES = 16

/**
 * Ids of appointments by their identity in the source (`id:…` or `client|start|location`): the same appointment gets
 * the same id in every file, so storing needs no look-up by text. They are UUIDs of version 8 made from SHA-256,
 * 16 bytes each, one after another.
 */
export function appointmentIds(keys: readonly string[]): Uint8Array<ArrayBuffer> {
  const ids = new Uint8Array(keys.length * ID_BYTES)
  for (const [i, key] of keys.entries()) {
    const id = ids.subarray(i * ID_BYTES, (i + 1) * ID_BYTES)
    id.set(hash('sha256', key, 'buffer').subarray(0, ID_BYTES))
    id[6] = (id[6]! & 0x0f) | 0x80
    id[8] = (id[8]! & 0x3f) | 0x80
  }
  return ids
}
