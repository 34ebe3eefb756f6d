import { and, desc, eq, like, lt, type SQL, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { AuditAction, AuditWho } from './events.ts'
import { foldForSearch } from './fold.ts'
import { auditEvents } from './tables.ts'

/** Which events are looked for; what is undefined does not narrow them. */
export interface AuditSearch {
  /** id of a user or API key, or what else acts */
  who?: string | undefined
  action?: AuditAction | undefined
  /** local days of the workspace, `YYYY-MM-DD`, both included */
  from?: string | undefined
  to?: string | undefined
  text?: string | undefined
}

export interface AuditPage {
  events: (typeof auditEvents.$inferSelect)[]
  /** id of the last event shown, when there are older ones */
  next: string | null
}

/** Events the newest first, those older than the one with the id `after`. */
export async function findEvents(
  { db, workspaceId }: WorkspaceScope,
  search: AuditSearch,
  timeZone: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<AuditPage> {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.workspaceId, workspaceId),
        after === null ? undefined : lt(auditEvents.id, after),
        ...conditions(search, timeZone),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit + 1)
  const events = rows.slice(0, limit)
  return { events, next: rows.length > limit ? events.at(-1)!.id : null }
}

function conditions({ who, action, from, to, text }: AuditSearch, timeZone: string): (SQL | undefined)[] {
  const midnight = (day: string, later = 0) =>
    sql`((${day}::date + ${later}::integer)::timestamp AT TIME ZONE ${timeZone})`
  const words = foldForSearch(text ?? '').replace(/[\\%_]/g, '\\$&')
  return [
    who === undefined ? undefined : isKind(who) ? eq(auditEvents.whoKind, who) : eq(auditEvents.whoId, who),
    action && eq(auditEvents.action, action),
    from === undefined ? undefined : sql`${auditEvents.at} >= ${midnight(from)}`,
    to === undefined ? undefined : sql`${auditEvents.at} < ${midnight(to, 1)}`,
    words === '' ? undefined : like(auditEvents.searchText, `%${words}%`),
  ]
}

function isKind(who: string): who is AuditWho {
  return who === 'commandLine' || who === 'system'
}
