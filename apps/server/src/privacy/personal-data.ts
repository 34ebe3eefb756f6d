import { inArray, sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { exportBonuses } from '../bonuses/index.ts'
import { clientAppointments, findContacts } from '../book/index.ts'
import { exportCalls } from '../calls/index.ts'
import { exportCampaigns } from '../campaigns/index.ts'
import { exportChannels } from '../channels/index.ts'
import { findConsents } from '../consent/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { exportGroups } from '../groups/index.ts'
import type { Who } from '../http/who.ts'
import { imports } from '../imports/index.ts'
import { exportLinks } from '../links/index.ts'
import { exportSurveys } from '../surveys/index.ts'
import { readWorkspace } from '../workspace/index.ts'

/**
 * Everything this workspace knows of one client, for handing it to them: who they are, every appointment with its
 * lines (money in minor units), what they agreed to, wrote and answered, their bonuses, the frozen groups they are in,
 * what was sent to them, and the files it came from. Noted in the log of actions.
 */
export async function personalData(scope: WorkspaceScope, who: Who, clientId: number) {
  const contact = (await findContacts(scope, [clientId])).get(clientId)
  if (!contact) throw new AppError('clientNotFound', { value: String(clientId) })
  const { name: business, currency, timeZone } = await readWorkspace(scope)
  const consents = (await findConsents(scope, [clientId])).get(clientId) ?? []
  const { key: _, ...client } = contact
  await recordAudit(scope, who, { action: 'client.exported', subject: `client:${clientId}` })
  return {
    business,
    currency,
    timeZone,
    exportedAt: new Date().toISOString(),
    client,
    appointments: await clientAppointments(scope, clientId),
    consents: consents.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    messages: await exportChannels(scope, clientId),
    links: await exportLinks(scope, clientId),
    bonuses: await exportBonuses(scope, clientId),
    groups: await exportGroups(scope, clientId),
    campaigns: await exportCampaigns(scope, clientId),
    calls: await exportCalls(scope, clientId),
    surveys: await exportSurveys(scope, clientId),
    files: await filesWith(scope, clientId),
  }
}

/** The imported files that brought the client or an appointment of theirs. */
async function filesWith({ db, workspaceId }: WorkspaceScope, clientId: number) {
  const own = sql`workspace_id = ${workspaceId}`
  const found = await rowsOf<{ id: number }>(
    db,
    sql`SELECT created_import_id AS id FROM clients WHERE ${own} AND id = ${clientId}
      UNION SELECT import_id FROM appointment_lines WHERE ${own} AND client_id = ${clientId}`,
  )
  const ids = found.map(({ id }) => id)
  const rows = await db
    .select({ id: imports.id, name: imports.fileName, at: imports.createdAt })
    .from(imports)
    .where(sql`${imports.workspaceId} = ${workspaceId} AND ${inArray(imports.id, ids)}`)
    .orderBy(imports.id)
  return rows.map(({ at, ...file }) => ({ ...file, at: at.toISOString() }))
}
