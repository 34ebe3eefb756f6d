import { type LineTable, NO_DAY, STATUSES } from '@comeback/retention'
import type { Line } from './reference/line.ts'

/** Index of each distinct value, 0 for `null`. */
function dictionary<T>(values: (T | null)[], keyOf: (value: T) => string) {
  const indices = new Map<string, number>()
  const entries: T[] = []
  const codes = values.map((value) => {
    if (value === null) return 0
    const key = keyOf(value)
    if (!indices.has(key)) {
      entries.push(value)
      indices.set(key, entries.length)
    }
    return indices.get(key)!
  })
  return { entries, codes: Int32Array.from(codes) }
}

const ofNames = (values: (string | null)[]) => dictionary(values, (name) => name)

/** The engine's input for these lines of `clients` clients (0 … clients − 1, whether or not they have lines). */
export function toLineTable(lines: Line[], clients: number): LineTable {
  const staff = ofNames(lines.map((line) => line.staff))
  const location = ofNames(lines.map((line) => line.location))
  const source = ofNames(lines.map((line) => line.source))
  const bookedBy = ofNames(lines.map((line) => line.bookedBy))
  const service = dictionary(
    lines.map(({ service, category }) => (service === null && category === null ? null : { service, category })),
    (pair) => JSON.stringify([pair.service, pair.category]),
  )
  const appointment = dictionary(
    lines.map((line) => line.appointmentId),
    (id) => `${id}`,
  )
  return {
    length: lines.length,
    clients,
    client: Int32Array.from(lines, (line) => line.client ?? -1),
    appointment: appointment.codes.map((code) => code - 1),
    day: Int32Array.from(lines, (line) => line.day),
    start: Int32Array.from(lines, (line) => line.start),
    status: Uint8Array.from(lines, (line) => STATUSES.indexOf(line.status)),
    bookedDay: Int32Array.from(lines, (line) => line.bookedDay ?? NO_DAY),
    cancelledDay: Int32Array.from(lines, (line) => line.cancelledDay ?? NO_DAY),
    staff: staff.codes,
    service: service.codes,
    location: location.codes,
    source: source.codes,
    bookedBy: bookedBy.codes,
    revenue: Float64Array.from(lines, (line) => line.revenue ?? Number.NaN),
    product: Uint8Array.from(lines, (line) => (line.product ? 1 : 0)),
    names: {
      staff: ['', ...staff.entries],
      service: ['', ...service.entries.map((pair) => pair.service ?? '')],
      serviceCategory: ['', ...service.entries.map((pair) => pair.category ?? '')],
      location: ['', ...location.entries],
      source: ['', ...source.entries],
      bookedBy: ['', ...bookedBy.entries],
    },
  }
}
