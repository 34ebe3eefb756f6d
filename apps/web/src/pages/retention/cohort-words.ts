import { type Period, parsePeriod, shiftPeriod } from '@comeback/retention'
import type { Cohort, CohortCell } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { type CohortAverage, cellValue, type Measure } from './cohort-values.ts'

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The month `k` months after that of the cohort. */
export const monthAfter = (month: string, k: number): Period => shiftPeriod(parsePeriod(month)!, k)

/** The cohorts' cells as figures and as sentences. */
export function useCohortWords(measure: Measure) {
  const { say, formats, periods } = useWords()
  const { currency } = useWorkspace()
  /** "in October 2025", as it follows the verb */
  const when = (period: Period) => periods.ruleWhen({ kind: 'period', from: period.from, to: period.to })
  /** as short as a cell is: per cents without their sign, whole units without the currency's */
  const figure = (value: number): string =>
    measure === 'share' ? formats.number(Math.round(value * 100)) : formats.amount(value, currency)
  const full = (value: number): string =>
    measure === 'share' ? formats.percent(value) : formats.money(Math.round(value), currency)
  const main = ({ month, size }: Cohort, cell: CohortCell): string => {
    const cohort = when(monthAfter(month, 0))
    const later = when(monthAfter(month, cell.k))
    const value = cellValue(cell, measure)
    if (value === null) return say('cohorts.cellNoMoney', { month: later })
    if (measure === 'money') {
      return upperFirst(
        say('cohorts.cellMoney', { month: later, cohort, money: full(value), size: formats.number(size) }),
      )
    }
    if (cell.k === 0) return say('cohorts.cellFirst', { cohort, clients: say('common.clients', { count: size }) })
    const words = { cohort, month: later, size: formats.number(size), clients: formats.number(cell.clients) }
    return say('cohorts.cell', { ...words, share: full(value) })
  }
  const sentence = (cohort: Cohort, cell: CohortCell): string =>
    [main(cohort, cell), cell.partial && say('cohorts.partial'), cohort.mayNotBeNew && say('cohorts.mayNotBeNew')]
      .filter(Boolean)
      .join(' ')
  const after = (k: number): string => (k === 0 ? say('cohorts.sameMonth') : say('cohorts.afterMonths', { count: k }))
  const averageSentence = ({ k, value, cohorts }: CohortAverage): string =>
    value === null
      ? say('common.noData')
      : `${after(k)}. ${say('cohorts.averageCell', { value: full(value), cohorts: formats.number(cohorts) })}`
  return { when, figure, full, sentence, after, averageSentence }
}
