import { NO_DAY } from './calendar.ts'
import { gather, sortByClient } from './columns.ts'
import { type LineTable, UNKEPT_BOOKED, type Unkept } from './visits.ts'

/** The appointments that are no visits. `heads`: the lines that stand for an appointment; `happened`: status of a visit. */
export function buildUnkept(lines: LineTable, heads: Uint8Array, happened: Uint8Array): Unkept {
  const { day } = lines
  const keep = heads.map((head, line) => (head === 1 && happened[line] === 0 ? 1 : 0))
  const { order, clientStart } = sortByClient(lines, keep, (a, b) => day[a]! - day[b]! || a - b)
  const kind = lines.status.map((status, line) => status + (lines.bookedDay[line] === NO_DAY ? 0 : UNKEPT_BOOKED))
  return {
    clientStart,
    day: gather(day, order, new Int32Array(order.length)),
    kind: gather(kind, order, new Uint8Array(order.length)),
  }
}
