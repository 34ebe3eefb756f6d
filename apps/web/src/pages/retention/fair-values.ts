import { wilson } from '@comeback/retention'
import type { FairRow } from '../../api/types.ts'

type Stratum = FairRow['strata'][number]

const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((total, item) => total + of(item), 0)

/** Fewer than this on either side is nothing to compare with (METRICS, rule 7). */
const ENOUGH = 10

/** The part of a master's clients that others serve too, and how it fares on either side. */
export interface Comparable {
  /** clients of kinds that others serve too, those of them who returned, and the others' clients of these kinds */
  clients: number
  returned: number
  others: number
  /** too few on either side to say that nothing is out of the ordinary */
  few: boolean
}

export function comparableOf({ strata }: Pick<FairRow, 'strata'>): Comparable {
  const shared = strata.filter(({ othersServed }) => othersServed > 0)
  const clients = sum(shared, ({ served }) => served)
  const others = sum(shared, ({ othersServed }) => othersServed)
  return {
    clients,
    returned: sum(shared, ({ returned }) => returned),
    others,
    few: Math.min(clients, others) < ENOUGH,
  }
}

/** What the page says of a master: the verdict, or that there was nobody to compare with. */
export type Saying = FairRow['verdict'] | 'alone'

/** "As expected" of a handful of clients is no finding; a finding in spite of a handful is one. */
export function sayingOf(row: FairRow): Saying {
  return row.verdict === 'asExpected' && comparableOf(row).few ? 'alone' : row.verdict
}

/** The figures the verdict is about, for the table and the picture alike. */
export interface Judged {
  served: number
  returned: number
  /** returned / served with its 95 % interval */
  rate: number
  low: number
  high: number
  /** what the others achieve with such clients; `null` where there is hardly anybody to compare with */
  expected: number | null
}

/** Of the comparable clients, or of all where there is nobody to compare with. */
export function judgedOf(row: FairRow): Judged {
  const { clients, returned: comparable, few } = comparableOf(row)
  const [served, returned] = few ? [row.served, row.returned] : [clients, comparable]
  const { low, high } = wilson(returned, served)!
  const expected = sayingOf(row) === 'alone' ? null : row.expected
  return { served, returned, rate: returned / served, low, high, expected }
}

/** Who stands in the picture, from furthest above what is expected to furthest below, and who cannot be compared. */
export function layOutFair(rows: readonly FairRow[]): { drawn: FairRow[]; left: FairRow[] } {
  const isDrawn = (row: FairRow) => !['alone', 'tooFew'].includes(sayingOf(row)) && row.expected !== null
  const away = (row: FairRow) => judgedOf(row).rate - row.expected!
  return {
    drawn: rows.filter(isDrawn).sort((a, b) => away(b) - away(a)),
    left: rows.filter((row) => !isDrawn(row)),
  }
}

/** What a master's clients are, where that explains the rate expected of them. */
export type Mix =
  | { kind: 'newer' | 'older'; share: number; salonShare: number; newRate: number; oldRate: number }
  | { kind: 'category'; category: string; share: number }
  | { kind: 'same' }

/** A smaller difference in the share of new clients, or between their rate and the others', explains nothing. */
const NOTABLE = 0.1
/** An expected rate this near to the salon's is the salon's. */
const NEAR = 0.03

/** @returns `null` when no one thing explains the expected rate */
export function mixOf(row: FairRow, rows: readonly FairRow[]): Mix | null {
  const all = rows.flatMap(({ strata }) => strata)
  const away = (row.expected ?? 0) - rateOf(all)
  const [share, salonShare] = [newShareOf(row.strata), newShareOf(all)]
  const newRate = rateOf(all.filter(({ isNew }) => isNew))
  const oldRate = rateOf(all.filter(({ isNew }) => !isNew))
  const more = share - salonShare
  // More new clients must have lowered what is expected, fewer must have raised it: else it is not them.
  if (Math.abs(more) >= NOTABLE && oldRate - newRate >= NOTABLE && (more > 0 ? away < NEAR : away > -NEAR)) {
    return { kind: more > 0 ? 'newer' : 'older', share, salonShare, newRate, oldRate }
  }
  const main = mainCategory(row)
  if (main.category !== null && main.share > 0.5)
    return { kind: 'category', category: main.category, share: main.share }
  return Math.abs(away) < NEAR ? { kind: 'same' } : null
}

const rateOf = (strata: readonly Stratum[]) => sum(strata, (s) => s.returned) / sum(strata, (s) => s.served)

const newShareOf = (strata: readonly Stratum[]) =>
  sum(strata, (s) => (s.isNew ? s.served : 0)) / sum(strata, (s) => s.served)

function mainCategory({ strata, served }: FairRow): { category: string | null; share: number } {
  const counts = new Map<string | null, number>()
  for (const each of strata) counts.set(each.category, (counts.get(each.category) ?? 0) + each.served)
  const [category, clients] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return { category, share: clients / served }
}
