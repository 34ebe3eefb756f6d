import { and, desc, eq, inArray } from 'drizzle-orm'
import { HOST_ACTIONS } from '../audit/index.ts'
import { auditEvents } from '../audit/tables.ts'
import type { Store } from '../database/index.ts'

const MOST = 50

/** What hosts have done to a workspace, the latest first; of its log of actions a host sees nothing else. */
export async function listChanges(store: Store, workspaceId: string) {
  const rows = await store.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.workspaceId, workspaceId), inArray(auditEvents.action, [...HOST_ACTIONS])))
    .orderBy(desc(auditEvents.id))
    .limit(MOST)
  return rows.map(({ id, at, whoName, action, details }) => ({
    ...{ id, at: at.toISOString(), who: whoName },
    action: action as (typeof HOST_ACTIONS)[number],
    reason: String(details.reason ?? ''),
    plan: planOf(details.plan),
  }))
}

function planOf(change: unknown): string | null {
  return typeof change === 'object' && change !== null && 'to' in change ? String(change.to) : null
}
