import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { visibleBook } from './visibility.ts'

/**
 * Ids of the clients who have had nothing to do with the business since `day` (`YYYY-MM-DD`): no appointment of any
 * status on or after it, and none made then. Those who are erased already are not among them.
 */
export function findLongAway(scope: WorkspaceScope, day: string): Promise<number[]> {
  return scope.snapshot(async (inner) => {
    const book = await visibleBook(inner)
    const found = await rowsOf<{ id: number }>(
      inner.db,
      sql`SELECT id FROM clients WHERE ${sql.raw(book.rows)} AND erased_at IS NULL AND NOT EXISTS (
        SELECT FROM ${sql.raw(book.lines)} line
        WHERE line.client_id = clients.id AND (line.day >= ${day}::date OR line.booked_day >= ${day}::date)
      ) ORDER BY id`,
    )
    return found.map(({ id }) => id)
  })
}
