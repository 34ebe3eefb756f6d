import { type Day, formatDay, summariseClient } from '@comeback/retention'
import { clientAppointments, findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { type Columns, clientIndex } from './columns.ts'
import { forecastOf, forecastState, soon } from './forecast.ts'
import { daysOverdue } from './list-people.ts'
import { personJson } from './wire.ts'

/** One client: who they are, what is known about them at the end of `asOf`, and every appointment. */
export async function getClientCard(scope: WorkspaceScope, columns: Columns, asOf: Day, id: number) {
  const client = clientIndex(columns, id)
  const summary = client < 0 ? null : summariseClient(columns.visits, columns.cadence(asOf), client)
  const contact = (await findContacts(scope, [id])).get(id)
  if (!summary || !contact) throw new AppError('clientNotFound', { value: String(id) })
  const { visits } = columns
  const lifetime = await soon(columns.lifetime(asOf))
  const rows = visits.day.subarray(visits.clientStart[client]!, visits.clientStart[client + 1]!)
  return {
    forecast: forecastState(lifetime),
    client: {
      ...personJson({
        ...summary,
        ...contact,
        ...forecastOf(lifetime, client),
        daysOverdue: daysOverdue(summary),
      }),
      source: visits.names.source[visits.source[client]!] || null,
    },
    appointments: await clientAppointments(scope, id),
    visitDays: [...new Set(rows.filter((day) => day <= asOf))].map(formatDay),
  }
}
