import { buildVisits, type Visits } from '@comeback/retention'
import { withBookings } from './salon.ts'
import { tenMillion } from './ten-million.ts'

/** Bytes a visit, added up over the columns themselves. */
export async function benchMemory() {
  const { lines, visits } = tenMillion()
  console.log(`memory: ${perVisit(bytesOf(visits), visits)} bytes a visit (target 16)`)
  const known = buildVisits(withBookings(lines))
  const { bookings, ...rest } = known
  console.log(
    `  with every booking's time known, one in ten cancelled: ${perVisit(bytesOf(rest), known)}, and ${perVisit(bytesOf(bookings), known)} for the bookings`,
  )
}

function perVisit(bytes: number, visits: Visits): string {
  return (bytes / visits.rows).toFixed(2)
}

/** Of every typed array in it, however deep. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, each) => sum + bytesOf(each), 0)
}
