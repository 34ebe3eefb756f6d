import type { Cohort, CohortCell } from '../../api/types.ts'

export type Measure = 'share' | 'money'

/** Cohorts shown at first. */
export const LATEST = 24

/** Fewer clients than this do not set the scale of the colours (METRICS, rule 7). */
const ENOUGH = 10

export const cellValue = (cell: CohortCell, measure: Measure): number | null =>
  measure === 'share' ? cell.share : cell.revenue

export interface CohortAverage {
  k: number
  /** over all clients of the cohorts counted; `null` when none counts */
  value: number | null
  cohorts: number
}

/** By months after: all cohorts together, without months that are not over and clients who may not be new. */
export function averagesOf(cohorts: readonly Cohort[], measure: Measure, columns: number): CohortAverage[] {
  return Array.from({ length: columns }, (_, k) => {
    let [sum, clients, counted] = [0, 0, 0]
    for (const { size, mayNotBeNew, cells } of cohorts) {
      const cell = cells[k]
      const value = cell && cellValue(cell, measure)
      if (mayNotBeNew || !cell || cell.partial || value == null) continue
      sum += value * size
      clients += size
      counted++
    }
    return { k, value: clients > 0 ? sum / clients : null, cohorts: counted }
  })
}

/** The value that has the full colour. The month of the first visit, where everyone was, does not count. */
export function scaleOf(cohorts: readonly Cohort[], measure: Measure): number {
  let highest = 0
  for (const { size, cells } of cohorts) {
    if (size < ENOUGH) continue
    for (const cell of cells) {
      if (cell.k > 0) highest = Math.max(highest, cellValue(cell, measure) ?? 0)
    }
  }
  return highest > 0 ? highest : 1
}

/** Colour of a value in per cent of the full one. */
export const levelOf = (value: number, scale: number): number => Math.round(Math.min(1, value / scale) * 100)
