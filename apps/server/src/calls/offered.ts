import type { Day } from '@comeback/retention'
import type { Columns } from '../reports/columns.ts'

/** Days before the last known one in which somebody must have worked, or a service been done, to be offered. */
const RECENT_DAYS = 90
const MOST = 60

/** What clients may ask for: masters by name, services by how often they are done. */
export interface Offered {
  staff: string[]
  services: string[]
}

/** Masters and services of the last three months of the data: those who left are not offered. */
export function offeredBy({ visits }: Columns, asOf: Day): Offered {
  const staff = new Float64Array(visits.names.staff.length)
  const services = new Float64Array(visits.names.service.length)
  for (let row = 0; row < visits.rows; row++) {
    const day = visits.day[row]!
    if (day > asOf || day <= asOf - RECENT_DAYS) continue
    staff[visits.staff[row]!]!++
    services[visits.service[row]!]!++
  }
  return {
    staff: namesOf(visits.names.staff, staff).sort(new Intl.Collator('uk').compare),
    services: namesOf(visits.names.service, services),
  }
}

/** The most frequent names; one service may stand in several categories. */
function namesOf(names: readonly string[], counts: Float64Array): string[] {
  const found = names
    .map((name, i) => ({ name, count: counts[i]! }))
    .filter(({ name, count }) => name !== '' && count > 0)
    .sort((a, b) => b.count - a.count)
  return [...new Set(found.map(({ name }) => name))].slice(0, MOST)
}
