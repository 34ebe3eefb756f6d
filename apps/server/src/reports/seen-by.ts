import type { Filter, ReportRow, Selection } from '@comeback/retention'
import { type Actor, canSeeContacts, canSeeNames, canSeeSalon } from '../permissions.ts'
import type { Columns } from './columns.ts'
import type { Person } from './list-people.ts'
import type { ReportWithPrevious } from './report-with-previous.ts'

// What of the answers each person may see. A master asks about their own lines, whatever the filters of the request.

/** No staff member is called this, so a master nobody has named among the staff sees nobody's numbers. */
const NOBODY = '\u0000'

/** The staff a person's numbers are limited to; `null`: everybody's. */
export function ownStaff(actor: Actor): string | null {
  return canSeeSalon(actor) ? null : (actor.staff ?? NOBODY)
}

/** The question as this person may ask it. */
export function limitedTo<Query extends Selection>(actor: Actor, query: Query): Query {
  const own = ownStaff(actor)
  if (own === null) return query
  const filters: Filter[] = query.filters.filter(({ field }) => field !== 'staff')
  return { ...query, filters: [...filters, { field: 'staff', values: [own] }] }
}

/** Rows by staff as this person may see them. */
export function ownRows<Row extends { key: string | null }>(actor: Actor, rows: Row[]): Row[] {
  const own = ownStaff(actor)
  return own === null ? rows : rows.filter(({ key }) => key === own)
}

/** A report by staff for a master: their own row beside the salon's rates, without the salon's money. */
export function besideAverages(report: ReportWithPrevious, actor: Actor): ReportWithPrevious {
  const quiet = (total: ReportRow): ReportRow => ({ ...total, revenue: null, visits: 0 })
  const { previous } = report
  return {
    ...report,
    total: quiet(report.total),
    rows: ownRows(actor, report.rows),
    previous: previous && { ...previous, total: quiet(previous.total), rows: [] },
  }
}

/** Clients of the columns a person may see: a master's are those they served; `undefined`: all. */
export function ownClients({ visits }: Columns, actor: Actor): number[] | undefined {
  const own = ownStaff(actor)
  if (own === null) return undefined
  const staff = visits.names.staff.indexOf(own)
  const found: number[] = []
  for (let client = 0; client < visits.clients && staff >= 0; client++) {
    const end = visits.clientStart[client + 1]!
    for (let row = visits.clientStart[client]!; row < end; row++) {
      if (visits.staff[row] !== staff) continue
      found.push(client)
      break
    }
  }
  return found
}

/** A client as this person may see them: numbers without contacts for an analyst, a first name for a master. */
export function personFor<Known extends Person>(actor: Actor, person: Known): Known {
  const master = !canSeeSalon(actor)
  const quiet = master ? { revenue: null, averageTicket: null, value12m: null } : {}
  if (canSeeContacts(actor)) return { ...person, ...quiet }
  const name = canSeeNames(actor) ? (person.name.split(/\s+/)[0] ?? '') : ''
  return { ...person, ...quiet, name, phone: '', email: '', birthday: '', key: '', externalId: '' }
}

/** What a search may look through: names and phones would give away what is not shown. */
export function searchFor(actor: Actor, search: string | undefined): string | undefined {
  return canSeeContacts(actor) ? search : undefined
}
