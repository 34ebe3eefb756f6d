import type { RebookingReport, RebookingRow } from '@comeback/retention'
import type { Language } from '../languages.ts'
import type { ColumnName } from './column-names.ts'
import type { CellKind, Sheet } from './write-file.ts'

const COLUMNS: [ColumnName, CellKind, (row: RebookingRow) => number | null][] = [
  ['visits', 'count', (row) => row.visits],
  ['rebooked', 'count', (row) => row.rebooked],
  ['rebookingRate', 'share', (row) => row.rate],
  ['rebookingLow', 'share', (row) => row.rateLow],
  ['rebookingHigh', 'share', (row) => row.rateHigh],
  ['rebookedSame', 'count', (row) => row.rebookedSame],
  ['rebookingSame', 'share', (row) => row.rateSame],
  ['kept', 'count', (row) => row.kept],
  ['keptRate', 'share', (row) => row.keptRate],
]

/** The rows of the rebooking rate and its total; none where the data cannot tell. */
export function rebookingSheet(
  report: RebookingReport | { reason: string },
  currency: string,
  language: Language,
): Sheet {
  const rows = 'reason' in report ? [] : [...report.rows.map((row) => [row.key ?? 'none', row] as const)]
  if (!('reason' in report)) rows.push(['total', report.total])
  return {
    columns: [{ name: 'key', kind: 'word' }, ...COLUMNS.map(([name, kind]) => ({ name, kind }))],
    rows: rows.map(([name, row]) => [name, ...COLUMNS.map(([, , of]) => of(row))]),
    currency,
    language,
  }
}
