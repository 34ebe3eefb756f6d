import { type Day, parseDay, summariseClient, type Visits } from '@comeback/retention'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { type Columns, clientIndex } from '../reports/columns.ts'
import { calls, type DropReason } from './tables.ts'

/**
 * Takes those off the open list who came since they were put there, or hold an appointment; a client who asked for one
 * goes only when it was booked since. Run again it does nothing.
 */
export async function dropSettled(scope: WorkspaceScope, columns: Columns, asOf: Day): Promise<void> {
  const { db, workspaceId } = scope
  const open = await db
    .select({ id: calls.id, clientId: calls.clientId, source: calls.source, createdOn: calls.createdOn })
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.state, 'open'), isNotNull(calls.clientId)))
  const cadence = columns.cadence(asOf)
  const dropped: Record<DropReason, string[]> = { alreadyCame: [], alreadyBooked: [] }
  for (const { id, clientId, source, createdOn } of open) {
    const client = clientIndex(columns, clientId!)
    if (client < 0) continue
    const since = parseDay(createdOn)!
    const summary = summariseClient(columns.visits, cadence, client)
    if (summary && summary.lastVisit >= since) dropped.alreadyCame.push(id)
    else if (source === 'request' ? bookedSince(columns.visits, client, since, asOf) : summary?.state === 'booked')
      dropped.alreadyBooked.push(id)
  }
  for (const [reason, ids] of Object.entries(dropped)) {
    if (ids.length === 0) continue
    await db.execute(sql`
      UPDATE calls SET state = 'done', outcome = ${reason}, open_key = NULL, taken_by = NULL, changed_at = now(),
        changed_name = '', revision = revision + 1
      WHERE workspace_id = ${workspaceId} AND state = 'open' AND id = ANY (${`{${ids.join(',')}}`}::uuid[])`)
  }
}

/** Whether a client holds an appointment after `asOf` that is known to have been booked on `since` or later. */
function bookedSince({ bookings }: Visits, client: number, since: Day, asOf: Day): boolean {
  const { clientStart, day, ahead, cancelledAhead } = bookings
  for (let row = clientStart[client]!; row < clientStart[client + 1]!; row++) {
    const on = day[row]!
    const isCancelled = cancelledAhead[row]! > 0 && on - cancelledAhead[row]! <= asOf
    if (on > asOf && !isCancelled && ahead[row]! > 0 && on - ahead[row]! >= since) return true
  }
  return false
}
