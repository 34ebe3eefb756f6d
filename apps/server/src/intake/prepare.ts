import { basename } from 'node:path'
import { countRecognised, findHeader, hasText, looksLikeData } from './columns/find-header.ts'
import { columnNames, type RecognisedColumns, recogniseColumns } from './columns/recognise-columns.ts'
import { decideDateOrder } from './dates/date-order.ts'
import { IntakeError } from './errors.ts'
import { FIELDS, type Field } from './fields.ts'
import type { Inspection } from './inspection.ts'
import { openTable } from './open-table.ts'
import { type IntakeOptions, type IntakeSettings, settingsOf } from './options.ts'
import { preview } from './preview.ts'
import { RowReader } from './read-row.ts'
import { MOST_COLUMNS } from './readers/sheet-limits.ts'
import type { Table } from './readers/table.ts'
import { shorten } from './shorten.ts'
import { assumedStatus } from './statuses/assumed-status.ts'

const SAMPLES_SHOWN = 5
const NAME_FIELDS: readonly Field[] = ['client_name', 'first_name', 'last_name']

/** A file opened, its columns recognised, and how its rows will be read. */
export interface Prepared {
  table: Table
  settings: IntakeSettings
  names: string[]
  /** position of the header among the rows */
  headerIndex: number
  reader: RowReader
  inspection: Inspection
}

/** What inspecting and reading have in common. Throws IntakeError, naming the file. */
export async function prepare(path: string, options: IntakeOptions, signal?: AbortSignal): Promise<Prepared> {
  const fileName = options.fileName ?? basename(path)
  try {
    return await prepareNamed(path, fileName, options, signal)
  } catch (error) {
    throw error instanceof IntakeError ? error.in(fileName) : error
  }
}

async function prepareNamed(path: string, fileName: string, options: IntakeOptions, signal?: AbortSignal) {
  const settings = settingsOf(options)
  const table = await openTable(path, options)
  const headerIndex = findHeader(table.head)
  const header = table.head[headerIndex] ?? []
  const data = table.head.slice(headerIndex + 1).filter(hasText)
  if (countRecognised(header) === 0 && options.mapping === undefined) {
    if (looksLikeData(header))
      throw new IntakeError('noHeader', { row: headerIndex + 1, value: header.join(' ').slice(0, 80) })
    if (header.length < 2) throw new IntakeError('notAVisitFile')
  }
  if (data.length === 0) throw new IntakeError('noRows')
  if (header.length > MOST_COLUMNS) throw new IntakeError('tooManyColumns', { limit: MOST_COLUMNS })
  const names = columnNames(header)
  const samples = names.map((_, column) => data.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== ''))
  const recognised = recogniseColumns(names, samples, options.mapping)
  const { places } = recognised
  const decided = options.dateOrder
    ? { order: options.dateOrder, doubtful: false }
    : await decideDateOrder(table, places, headerIndex, signal)
  const assumed = assumedStatus(fileName, places)
  const reader = new RowReader(places, names.length, decided.order, settings, assumed)
  const inspection: Inspection = {
    ...{ format: table.format, encoding: table.encoding, delimiter: table.delimiter },
    ...{ sheets: table.sheets, sheet: table.sheet, headerRow: headerIndex + 1 },
    columns: inspectedColumns(names, samples, recognised, options),
    missing: missingFields(recognised, settings),
    ambiguous: recognised.ambiguous,
    passedOver: recognised.passedOver,
    settings: {
      ...{ dateOrder: decided.order, country: settings.country, currency: settings.currency },
      ...{ timeZone: settings.timeZone, joinBy: settings.joinBy },
    },
    dateOrderDoubtful: decided.doubtful,
    assumedStatus: assumed,
    preview: places.starts_at < 0 ? [] : preview(table, headerIndex, reader, settings.exponent),
  }
  return { table, settings, names, headerIndex, reader, inspection }
}

function inspectedColumns(
  names: readonly string[],
  samples: readonly (readonly string[])[],
  { places }: RecognisedColumns,
  { mapping }: IntakeOptions,
) {
  return names.map((header, column) => {
    const field = FIELDS.find((each) => places[each] === column) ?? null
    const guessed = field !== null && mapping?.[field] === undefined
    return {
      header,
      field,
      guessed,
      samples: samples[column]!.slice(0, SAMPLES_SHOWN).map((sample) => shorten(sample)),
    }
  })
}

function missingFields({ places, ambiguous }: RecognisedColumns, { joinBy }: IntakeSettings): Field[] {
  const missing: Field[] = []
  const absent = (field: Field) => places[field] < 0 && !ambiguous.some((each) => each.field === field)
  if (absent('starts_at')) missing.push('starts_at')
  const named = joinBy === 'name' && NAME_FIELDS.some((field) => places[field] >= 0)
  if (!named && absent('client_id') && absent('phone') && absent('email')) missing.push('client_id')
  return missing
}
