import { buildVisits, dayOf, type LineTable, nextPeriodRule, parsePeriod, type Visits } from '@comeback/retention'
import { makeLines } from './salon.ts'

export const SIZE = { visits: 10_000_000, clients: 500_000, staff: 200, services: 100 }

/** The month every figure is about, the month to come back in, and the day of asking. */
export const BASE = parsePeriod('2025-09')!
export const NEXT = parsePeriod('2025-10')!
export const AS_OF = dayOf(2025, 12, 31)
export const QUERY = { base: BASE, rule: nextPeriodRule(BASE), filters: [], asOf: AS_OF }

let made: { lines: LineTable; visits: Visits } | null = null

/** The chain of ten million visits, made once a run. */
export function tenMillion() {
  if (!made) {
    const lines = makeLines(SIZE)
    made = { lines, visits: buildVisits(lines) }
  }
  return made
}
