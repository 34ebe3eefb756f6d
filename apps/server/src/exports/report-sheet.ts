import type { ReportRow, RetentionReport } from '@comeback/retention'
import type { Language } from '../languages.ts'
import type { ColumnName } from './column-names.ts'
import type { CellKind, Sheet } from './write-file.ts'

type Value = string | number | null

const COLUMNS: [ColumnName, CellKind, (row: ReportRow) => Value][] = [
  ['served', 'count', (row) => row.served],
  ['returned', 'count', (row) => row.returned],
  ['open', 'count', (row) => row.open],
  ['missed', 'count', (row) => row.missed],
  ['outside', 'count', (row) => row.outside],
  ['booked', 'count', (row) => row.booked],
  ['lost', 'count', (row) => row.lost],
  ['rate', 'share', (row) => row.rate],
  ['rateLow', 'share', (row) => row.rateLow],
  ['rateHigh', 'share', (row) => row.rateHigh],
  ['returnedSame', 'count', (row) => row.returnedSame],
  ['rateSame', 'share', (row) => row.rateSame],
  ['visits', 'count', (row) => row.visits],
  ['revenue', 'money', (row) => row.revenue],
  ['averageTicket', 'money', (row) => row.averageTicket],
  ['newServed', 'count', (row) => row.new.served],
  ['newReturned', 'count', (row) => row.new.returned],
  ['newLost', 'count', (row) => row.new.lost],
]

/** The rows of a report and its total, in the report's order. */
export function reportSheet(report: RetentionReport, currency: string, language: Language): Sheet {
  const named = report.rows.map((row) => [row.key ?? 'none', row] as const)
  return {
    columns: [{ name: 'key', kind: 'word' }, ...COLUMNS.map(([name, kind]) => ({ name, kind }))],
    rows: [...named, ['total', report.total] as const].map(([name, row]) => [
      name,
      ...COLUMNS.map(([, , of]) => of(row)),
    ]),
    currency,
    language,
  }
}
