import type { Bookable } from './bookable.ts'

/** Lines stored in one transaction: few enough that the page does not wait for it. */
export const SLICE_LINES = 2500

/** Lines of consecutive appointments: `order[fromLine … toLine − 1]`. */
export interface Slice {
  appointments: { from: number; to: number }
  lines: { from: number; to: number }
}

/** Line numbers grouped by appointment, within one in the order of the file. */
export interface GroupedLines {
  order: Uint32Array
  /** lines of appointment a are order[start[a] … start[a + 1] − 1] */
  start: Uint32Array
}

export function groupByAppointment({ lines, appointmentIds }: Bookable): GroupedLines {
  const start = new Uint32Array(appointmentIds.length / 16 + 1)
  for (let i = 0; i < lines.length; i++) start[lines.appointment[i]! + 1]!++
  for (let a = 1; a < start.length; a++) start[a]! += start[a - 1]!
  const next = start.slice()
  const order = new Uint32Array(lines.length)
  for (let i = 0; i < lines.length; i++) order[next[lines.appointment[i]!]!++] = i
  return { order, start }
}

/** Cuts the appointments from `first` on into slices of whole appointments. */
export function* slicesOf({ start }: GroupedLines, first: number): Generator<Slice> {
  const count = start.length - 1
  for (let from = first; from < count; ) {
    let to = from + 1
    while (to < count && start[to + 1]! - start[from]! <= SLICE_LINES) to++
    yield { appointments: { from, to }, lines: { from: start[from]!, to: start[to]! } }
    from = to
  }
}
