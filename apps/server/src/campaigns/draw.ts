import { drawHoldout } from '@comeback/retention'
import type { KnownCandidate } from './gather-audience.ts'

/** What the draw keeps apart: quarter by spend (1 the least, 0 unknown) and last master. */
export interface Stratum {
  band: number
  staff: string | null
  service: string | null
}

/** Quarter of each by what they have spent, 1 to 4; 0 for those of whom no price is known. */
export function spendBands(spent: readonly (number | null)[]): number[] {
  const known = spent.flatMap((each, i) => (each === null ? [] : [{ each, i }])).sort((a, b) => a.each - b.each)
  const bands = new Array<number>(spent.length).fill(0)
  for (const [rank, { i }] of known.entries()) bands[i] = 1 + Math.floor((4 * rank) / known.length)
  return bands
}

/** Stratum of each of these people among themselves. */
export function strataOf(people: readonly Pick<KnownCandidate, 'summary'>[]): Stratum[] {
  const bands = spendBands(people.map(({ summary }) => summary?.revenue ?? null))
  return people.map(({ summary }, i) => ({
    band: bands[i]!,
    staff: summary?.staff ?? null,
    service: summary?.service ?? null,
  }))
}

/** Who is held out: the same share of every quarter by spend and of every master's clients. By place, `true` for held. */
export function drawArms(strata: readonly Stratum[], share: number, seed: number): boolean[] {
  const numbers = new Map<string, number>()
  const numberOf = ({ band, staff }: Stratum): number => {
    const key = `${band} ${staff ?? ''}`
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  const held = drawHoldout(strata.map(numberOf), share, seed)
  return Array.from(held, (each) => each === 1)
}
