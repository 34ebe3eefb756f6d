import { and, count, eq, gt } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import type { AuditEvent } from './events.ts'
import { recordAudit } from './record-audit.ts'
import { auditEvents } from './tables.ts'

const DAY_MS = 86_400_000

/**
 * Notes something that may happen so many times a day in a workspace, counted over the last 24 hours, and refuses it above
 * with `dailyLimit`. Requests of a workspace take turns, so that many at once are counted too.
 */
export async function recordWithin(
  { db, workspaceId }: Pick<WorkspaceScope, 'db' | 'workspaceId'>,
  who: Who,
  event: AuditEvent,
  mostADay: number,
  now = new Date(),
): Promise<void> {
  await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
  const same = and(eq(auditEvents.workspaceId, workspaceId), eq(auditEvents.action, event.action))
  const [found] = await db
    .select({ times: count() })
    .from(auditEvents)
    .where(and(same, gt(auditEvents.at, new Date(now.getTime() - DAY_MS))))
  if ((found?.times ?? 0) >= mostADay) throw new AppError('dailyLimit', { value: String(mostADay) })
  await recordAudit({ db, workspaceId }, who, event)
}
