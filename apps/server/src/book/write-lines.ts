import { NO_DAY } from '@comeback/retention'
import { CopyWriter } from '../database/copy-writer.ts'
import type { Bookable } from './bookable.ts'
import type { GroupedLines, Slice } from './slices.ts'

/** Ids in the workspace of what the lines of a book point to by index. */
export interface BookIds {
  clients: Int32Array
  staff: Int32Array
  services: Int32Array
  locations: Int32Array
  sources: Int32Array
  bookers: Int32Array
}

/** Columns of appointment_lines that a file decides, in the order {@link writeLines} writes them. */
export const FILE_COLUMNS = [
  'appointment_id',
  'position',
  'client_id',
  'staff_id',
  'service_id',
  'location_id',
  'source_id',
  'booker_id',
  'day',
  'booked_day',
  'cancelled_day',
  'starts_at',
  'booked_at',
  'cancelled_at',
  'price',
  'discount',
  'start_minute',
  'status',
  'status_source',
  'requested',
  'is_product',
  'source_row',
] as const

/** All columns of appointment_lines. */
export const LINE_COLUMNS = ['workspace_id', 'import_id', ...FILE_COLUMNS].join(', ')

/** The lines of a slice as rows of {@link FILE_COLUMNS} for COPY. */
export function writeLines(book: Bookable, grouped: GroupedLines, slice: Slice, ids: BookIds): Uint8Array {
  const { lines } = book
  const out = new CopyWriter()
  const reference = (id: number) => (id === 0 ? out.null() : out.integer(id))
  const day = (value: number) => (value === NO_DAY ? out.null() : out.date(value))
  for (let place = slice.lines.from; place < slice.lines.to; place++) {
    const i = grouped.order[place]!
    const appointment = lines.appointment[i]!
    const client = lines.client[i]!
    out.row(FILE_COLUMNS.length)
    out.uuid(book.appointmentIds, appointment * 16)
    out.integer(place - grouped.start[appointment]!)
    reference(client < 0 ? 0 : ids.clients[client]!)
    reference(ids.staff[lines.staff[i]!]!)
    reference(ids.services[lines.service[i]!]!)
    reference(ids.locations[lines.location[i]!]!)
    reference(ids.sources[lines.source[i]!]!)
    reference(ids.bookers[lines.bookedBy[i]!]!)
    out.date(lines.day[i]!)
    day(lines.bookedDay[i]!)
    day(lines.cancelledDay[i]!)
    out.timestamp(book.startsAt[i]!)
    out.timestamp(book.bookedAt[i]!)
    out.timestamp(book.cancelledAt[i]!)
    out.bigint(book.price[i]!)
    out.bigint(book.discount[i]!)
    out.smallint(lines.start[i]!)
    out.smallint(lines.status[i]!)
    out.smallint(book.statusSource[i]!)
    out.smallint(book.requested[i]!)
    out.boolean(lines.product[i] === 1)
    out.integer(book.row[i]!)
  }
  return out.finish()
}
