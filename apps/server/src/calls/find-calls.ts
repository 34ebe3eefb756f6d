import { type Day, formatDay, summariseClient } from '@comeback/retention'
import { and, asc, count, desc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { type Columns, clientIndex } from '../reports/columns.ts'
import { type Call, callSteps, calls } from './tables.ts'

export const SHOWN = ['due', 'open', 'done'] as const
export type Shown = (typeof SHOWN)[number]

/** A place in a list: what it is sorted by, and the id. */
export interface CallPlace {
  key: string
  id: string
}

/** An entry with what one has to know before pressing the button. */
export interface FoundCall extends Call {
  /** something was written down that can be taken back */
  canUndo: boolean
  /** '' when unknown */
  clientName: string
  clientPhone: string
  externalId: string
  lastVisit: string | null
  daysSince: number | null
  staff: string | null
  /** of the last visit */
  service: string | null
}

interface Options {
  show: Shown
  today: Day
  after: CallPlace | null
  limit: number
}

/** Entries to be done today or before, all open ones, or those that are done, the latest first. */
export async function findCalls(
  scope: WorkspaceScope,
  columns: Columns,
  asOf: Day,
  { show, today, after, limit }: Options,
): Promise<FoundCall[]> {
  const rows = await scope.db
    .select()
    .from(calls)
    .where(and(isShown(scope, show, formatDay(today)), after ? isAfter(show, after) : undefined))
    .orderBy(...(show === 'done' ? [desc(calls.changedAt), desc(calls.id)] : [asc(ORDER), asc(calls.id)]))
    .limit(limit)
  return await withClients(scope, columns, { asOf, today }, rows)
}

/** How many are to be done today or before, how many of them asked for it themselves, and how many are open in all. */
export async function countCalls(scope: WorkspaceScope, today: string) {
  const due = sql<number>`(count(*) FILTER (WHERE ${calls.dueOn} <= ${today}::date))::integer`
  const requests = sql<number>`(count(*) FILTER (WHERE ${calls.dueOn} <= ${today}::date AND source = 'request'))::integer`
  const [row] = await scope.db
    .select({ due, requests, open: count() })
    .from(calls)
    .where(isShown(scope, 'open', today))
  return row!
}

/** Requests first, as somebody waits; then by day; those put there earlier before later ones. */
const ORDER = sql<string>`(CASE WHEN ${calls.source} = 'request' THEN '0' ELSE '1' END || ${calls.dueOn}::text)`

/** What a place in the list is sorted by. */
export function placeOf(show: Shown, { id, source, dueOn, changedAt }: Call): CallPlace {
  return { id, key: show === 'done' ? changedAt.toISOString() : (source === 'request' ? '0' : '1') + dueOn }
}

function isAfter(show: Shown, { key, id }: CallPlace): SQL {
  // what JavaScript knows of a moment ends with the millisecond
  if (show === 'done')
    return sql`(date_trunc('milliseconds', ${calls.changedAt}), ${calls.id}) < (${key}::timestamptz, ${id}::uuid)`
  return sql`(${ORDER}, ${calls.id}) > (${key}, ${id}::uuid)`
}

/** Of an import that was taken back, clients are gone; erased ones took their entries with them. */
function isShown({ workspaceId }: WorkspaceScope, show: Shown, today: string): SQL | undefined {
  return and(
    eq(calls.workspaceId, workspaceId),
    eq(calls.state, show === 'done' ? 'done' : 'open'),
    show === 'due' ? lte(calls.dueOn, today) : undefined,
    or(
      sql`${calls.clientId} IS NULL`,
      sql`EXISTS (SELECT FROM clients WHERE clients.workspace_id = ${workspaceId} AND clients.id = ${calls.clientId}
        AND clients.erased_at IS NULL)`,
    ),
  )
}

/** Entries with their clients as known at the end of `asOf`, and how long ago that is today. */
export async function withClients(
  scope: WorkspaceScope,
  columns: Columns,
  { asOf, today }: { asOf: Day; today: Day },
  rows: Call[],
): Promise<FoundCall[]> {
  const contacts = await findContacts(
    scope,
    rows.flatMap(({ clientId }) => clientId ?? []),
  )
  const undoable = await findUndoable(scope, rows)
  const cadence = columns.cadence(asOf)
  return rows.map((row) => {
    const contact = row.clientId === null ? undefined : contacts.get(row.clientId)
    const client = row.clientId === null ? -1 : clientIndex(columns, row.clientId)
    const summary = client < 0 ? null : summariseClient(columns.visits, cadence, client)
    return {
      ...row,
      canUndo: undoable.has(row.id),
      clientName: contact?.name ?? scope.vault.open(row.name),
      clientPhone: contact?.phone || scope.vault.open(row.phone),
      externalId: contact?.externalId ?? '',
      lastVisit: summary && formatDay(summary.lastVisit),
      daysSince: summary && today - summary.lastVisit,
      staff: summary?.staff ?? null,
      service: summary?.service ?? null,
    }
  })
}

async function findUndoable({ db, workspaceId }: WorkspaceScope, rows: Call[]): Promise<Set<string>> {
  const ids = rows.map(({ id }) => id)
  const steps = await db
    .select({ id: callSteps.callId, revision: callSteps.revision })
    .from(callSteps)
    .where(and(eq(callSteps.workspaceId, workspaceId), inArray(callSteps.callId, ids)))
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]))
  return new Set(steps.filter(({ id, revision }) => revisions.get(id) === revision).map(({ id }) => id))
}
