import { type Day, formatDay, summariseClient } from '@comeback/retention'
import { type Birthday, NO_BIRTHDAY, nextBirthday, yearOfBirth } from '../birthday.ts'
import { clientAppointments, findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Actor } from '../permissions.ts'
import { birthdaysOf } from './birthdays.ts'
import { type Columns, clientIndex } from './columns.ts'
import { forecastOf, forecastState, soon } from './forecast.ts'
import { daysOverdue } from './list-people.ts'
import { ownClients, ownStaff, personFor } from './seen-by.ts'
import { personJson } from './wire.ts'

interface Asker {
  scope: WorkspaceScope
  actor: Actor
  today: Day
}

/** One client: who they are, what is known about them at the end of `asOf`, their next birthday, and every appointment. */
export async function getClientCard({ scope, actor, today }: Asker, columns: Columns, asOf: Day, id: number) {
  const client = clientIndex(columns, id)
  const seen = ownClients(columns, actor)
  if (seen && !seen.includes(client)) throw new AppError('clientNotFound', { value: String(id) })
  const summary = client < 0 ? null : summariseClient(columns.visits, columns.cadence(asOf), client)
  const contact = (await findContacts(scope, [id])).get(id)
  if (!summary || !contact) throw new AppError('clientNotFound', { value: String(id) })
  const { visits } = columns
  const lifetime = await soon(columns.lifetime(asOf))
  const rows = visits.day.subarray(visits.clientStart[client]!, visits.clientStart[client + 1]!)
  const person = personFor(actor, {
    ...summary,
    ...contact,
    ...forecastOf(lifetime, client),
    daysOverdue: daysOverdue(summary),
  })
  return {
    forecast: forecastState(lifetime),
    client: {
      ...personJson(person),
      nextBirthday: person.birthday === '' ? null : nextOf((await birthdaysOf(scope, columns)).known[client]!, today),
      language: contact.language,
      source: visits.names.source[visits.source[client]!] || null,
    },
    appointments: ownAppointments(await clientAppointments(scope, id), actor),
    visitDays: [...new Set(rows.filter((day) => day <= asOf))].map(formatDay),
  }
}

/** When a birthday is next, and how old they will be; `null` where it is not known. */
function nextOf(birthday: Birthday, today: Day) {
  if (birthday === NO_BIRTHDAY) return null
  const day = nextBirthday(birthday, today)
  const born = yearOfBirth(birthday)
  const on = formatDay(day)
  return { on, inDays: day - today, turns: born === null ? null : Number(on.slice(0, 4)) - born }
}

type Appointment = Awaited<ReturnType<typeof clientAppointments>>[number]

/** A master sees their own lines, and a person limited to locations what happened there. */
function ownAppointments(appointments: Appointment[], actor: Actor): Appointment[] {
  const own = ownStaff(actor)
  return appointments
    .filter(({ location }) => actor.locations === null || actor.locations.includes(location ?? ''))
    .map((each) => (own === null ? each : { ...each, lines: each.lines.filter(({ staff }) => staff === own) }))
    .filter(({ lines }) => lines.length > 0)
}
