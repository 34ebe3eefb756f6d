import { type Day, formatDay, type Period, parsePeriod, shiftPeriod } from '@comeback/retention'

const COUNTED_BACK = /^(month|quarter|year)-([1-9]|1\d|2[0-4])$/

/** Whether a base period moves with the days, as those counted back do. */
export const isCountedBack = (base: string): boolean => COUNTED_BACK.test(base)

/**
 * The base period a rule means: `2025-Q4` and the like, or calendar periods counted back from the one the as-of day is
 * in: `month-1` is the month before it, `quarter-2` the quarter before last (up to 24). `null` when it is neither.
 */
export function basePeriodOf(base: string, asOf: Day): Period | null {
  const back = COUNTED_BACK.exec(base)
  if (!back) return parsePeriod(base)
  const [year, month] = formatDay(asOf).split('-') as [string, string]
  const quarter = Math.ceil(Number(month) / 3)
  const current = { month: `${year}-${month}`, quarter: `${year}-Q${quarter}`, year }[back[1] as 'month']
  return shiftPeriod(parsePeriod(current)!, -Number(back[2]))
}
