import { formatMonth, type MonthHealth } from '@comeback/retention'
import type { Language } from '../languages.ts'
import type { ColumnName } from './column-names.ts'
import type { CellKind, Sheet } from './write-file.ts'

const COLUMNS: [ColumnName, CellKind, (month: MonthHealth) => number | null][] = [
  ['served', 'count', (month) => month.served],
  ['new', 'count', (month) => month.new],
  ['newShare', 'share', (month) => month.newShare],
  ['returning', 'count', (month) => month.returning],
  ['returningShare', 'share', (month) => month.returningShare],
  ['regular', 'count', (month) => month.regular],
  ['regularShare', 'share', (month) => month.regularShare],
  ['visits', 'count', (month) => month.visits],
  ['visitsPerClient', 'number', (month) => month.visitsPerClient],
  ['revenueNew', 'money', (month) => month.revenue.new],
  ['revenueReturning', 'money', (month) => month.revenue.returning],
  ['revenueRegular', 'money', (month) => month.revenue.regular],
  ['ticketNew', 'money', (month) => month.averageTicket.new],
  ['ticketReturning', 'money', (month) => month.averageTicket.returning],
  ['ticketRegular', 'money', (month) => month.averageTicket.regular],
  ['firstVisitRate', 'share', (month) => month.firstVisitRetention?.rate ?? null],
  ['firstVisitLow', 'share', (month) => month.firstVisitRetention?.low ?? null],
  ['firstVisitHigh', 'share', (month) => month.firstVisitRetention?.high ?? null],
  ['returningRate', 'share', (month) => month.returningRetention?.rate ?? null],
  ['returningLow', 'share', (month) => month.returningRetention?.low ?? null],
  ['returningHigh', 'share', (month) => month.returningRetention?.high ?? null],
  ['cancelledShare', 'share', (month) => month.cancelledShare],
  ['noShowShare', 'share', (month) => month.noShowShare],
]

/** Months with what is known of each; the last column says which of them is not over. */
export function healthSheet(months: MonthHealth[], currency: string, language: Language): Sheet {
  return {
    columns: [
      { name: 'month', kind: 'text' },
      ...COLUMNS.map(([name, kind]) => ({ name, kind })),
      { name: 'monthState', kind: 'word' },
    ],
    rows: months.map((month) => [
      formatMonth(month.month),
      ...COLUMNS.map(([, , of]) => of(month)),
      month.partial ? 'partial' : 'full',
    ]),
    currency,
    language,
  }
}
