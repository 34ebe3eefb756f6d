import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { currentRequest } from '../log/index.ts'
import type { AuditEvent } from './events.ts'
import { foldForSearch } from './fold.ts'
import { auditEvents } from './tables.ts'

/**
 * Adds an event to the workspace's log of actions. Call it with the scope of the transaction that makes the change, so
 * that there is no change without its event and no event without its change. Of strangers nothing is noted.
 */
export async function recordAudit(
  { db, workspaceId }: Pick<WorkspaceScope, 'db' | 'workspaceId'>,
  who: Who,
  { action, subject = '', details = {} }: AuditEvent,
): Promise<void> {
  if (who.kind === 'stranger') return
  const [whoId, whoName] = 'id' in who ? [who.id, who.name] : [null, '']
  await db.insert(auditEvents).values({
    ...{ workspaceId, id: laterId(), at: new Date(), whoKind: who.kind, whoId, whoName },
    ...{ action, subject, details, requestId: currentRequest() ?? null },
    searchText: foldForSearch([whoName, subject, JSON.stringify(details)].join('\n')),
  })
}
