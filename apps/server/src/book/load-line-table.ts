import { type LineTable, NO_DAY } from '@comeback/retention'
import { exponentOf } from '../currency.ts'
import { CopyReader } from '../database/copy-reader.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { readWorkspace, type WorkspaceSettings } from '../workspace/index.ts'
import { loadNumbering } from './load-numbering.ts'
import { numberUuids } from './number-uuids.ts'
import { orderLines } from './order-lines.ts'
import { dataVersion, type VisibleBook, visibleBook } from './visibility.ts'

export interface LoadedLines extends ReadLines {
  /** the version of the data these are (visibility.ts) */
  version: number
  settings: WorkspaceSettings
  /** minor units in a major one of the workspace's currency: 100 kopecks, 1 yen */
  minorPerMajor: number
}

export interface ReadLines {
  lines: LineTable
  /** how each line's status is known: index into STATUS_SOURCES */
  statusSource: Uint8Array
  /** id in the book (clients.id) of each client of the table, ascending */
  clientIds: Int32Array
}

/** The columns of every visible line of the workspace, in the order of their files. All of one moment. */
export function loadLineTable(scope: WorkspaceScope): Promise<LoadedLines> {
  return scope.snapshot(async (inner) => {
    const version = await dataVersion(inner)
    const book = await visibleBook(inner)
    const read = await readLines(inner, book)
    return { ...read, version, ...(await rulesOf(inner)) }
  })
}

/** What of the workspace the columns depend on beside its lines. */
export async function rulesOf(scope: WorkspaceScope): Promise<Pick<LoadedLines, 'settings' | 'minorPerMajor'>> {
  const { settings, currency } = await readWorkspace(scope)
  return { settings, minorPerMajor: 10 ** (exponentOf(currency) ?? 2) }
}

/** The lines of a book that fulfil a condition, all without one; names and clients are numbered as in the whole. */
export async function readLines(scope: WorkspaceScope, book: VisibleBook, condition = 'true'): Promise<ReadLines> {
  const { clientIds, clientOf, ...dimensions } = await loadNumbering(scope, book)
  const columns = readColumns(await scope.copyOut(lineQuery(book, condition)))
  const order = orderLines(columns.importId, columns.sourceRow)
  const length = order.length
  const gather = <Column extends Int32Array | Uint8Array | Float64Array>(from: Column, into: Column) => {
    for (let i = 0; i < length; i++) into[i] = from[order[i]!]!
    return into
  }
  const integers = (from: Int32Array) => gather(from, new Int32Array(length))
  const indices = (from: Int32Array, indexOf: Int32Array) => {
    for (let i = 0; i < length; i++) from[i] = indexOf[from[i]!]!
    return integers(from)
  }
  const lines: LineTable = {
    length,
    clients: clientIds.length,
    client: indices(columns.client, clientOf),
    appointment: integers(numberUuids(columns.appointmentId, order)),
    day: integers(columns.day),
    start: integers(columns.start),
    status: gather(columns.status, new Uint8Array(length)),
    bookedDay: integers(columns.bookedDay),
    cancelledDay: integers(columns.cancelledDay),
    staff: indices(columns.staff, dimensions.staffOf),
    service: indices(columns.service, dimensions.serviceOf),
    location: indices(columns.location, dimensions.locationOf),
    source: indices(columns.source, dimensions.sourceOf),
    bookedBy: indices(columns.booker, dimensions.bookerOf),
    revenue: gather(columns.revenue, new Float64Array(length)),
    product: gather(columns.product, new Uint8Array(length)),
    names: dimensions.names,
  }
  return { lines, statusSource: gather(columns.statusSource, new Uint8Array(length)), clientIds }
}

// PGlite spends most of a load on writing fields, whatever their size, so those that are never NULL share one
const START_SHIFT = 16
const STATUS_SHIFT = 8
const STATUS_SOURCE_SHIFT = 1
const STATUS_MASK = 0xff
const STATUS_SOURCE_MASK = 0x7f
const PRODUCT_MASK = 1

function lineQuery({ lines }: VisibleBook, condition: string): string {
  return `SELECT appointment_id, client_id, day, booked_day, cancelled_day, staff_id, service_id, location_id, source_id,
    booker_id, price - COALESCE(discount, 0),
    (start_minute::int << ${START_SHIFT}) | (status::int << ${STATUS_SHIFT})
      | (status_source::int << ${STATUS_SOURCE_SHIFT}) | is_product::int,
    (import_id::bigint << 32) | source_row
    FROM ${lines} visible WHERE ${condition}`
}

/** Columns of {@link lineQuery}, in the order of storage; ids are the book's, 0 for none. */
function readColumns(bytes: Uint8Array) {
  const rows = new CopyReader(bytes)
  const length = rows.count()
  const integers = () => new Int32Array(length)
  const columns = {
    appointmentId: new Uint32Array(length * 4),
    client: integers(),
    day: integers(),
    bookedDay: integers(),
    cancelledDay: integers(),
    staff: integers(),
    service: integers(),
    location: integers(),
    source: integers(),
    booker: integers(),
    revenue: new Float64Array(length),
    start: integers(),
    status: new Uint8Array(length),
    statusSource: new Uint8Array(length),
    product: new Uint8Array(length),
    importId: integers(),
    sourceRow: integers(),
  }
  for (let i = 0; rows.row(); i++) {
    rows.uuid(columns.appointmentId, i * 4)
    columns.client[i] = rows.integer()
    columns.day[i] = rows.date(NO_DAY)
    columns.bookedDay[i] = rows.date(NO_DAY)
    columns.cancelledDay[i] = rows.date(NO_DAY)
    columns.staff[i] = rows.integer()
    columns.service[i] = rows.integer()
    columns.location[i] = rows.integer()
    columns.source[i] = rows.integer()
    columns.booker[i] = rows.integer()
    columns.revenue[i] = rows.bigint(Number.NaN)
    const small = rows.integer()
    columns.start[i] = small >> START_SHIFT
    columns.status[i] = (small >> STATUS_SHIFT) & STATUS_MASK
    columns.statusSource[i] = (small >> STATUS_SOURCE_SHIFT) & STATUS_SOURCE_MASK
    columns.product[i] = small & PRODUCT_MASK
    rows.integerPair(columns.importId, columns.sourceRow, i)
  }
  return columns
}
