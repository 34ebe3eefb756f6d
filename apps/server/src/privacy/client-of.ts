import type { Context } from 'hono'
import { findContacts } from '../book/index.ts'
import { AppError } from '../errors.ts'
import type { Env } from '../http/env.ts'
import { type ColumnsCache, clientIndex } from '../reports/columns.ts'

/**
 * Makes sure that a client is one the asker may see: of the workspace, and with a visit at one of their locations where
 * they are limited to some. Throws `clientNotFound`.
 */
export async function assertSeesClient(c: Context<Env>, cache: ColumnsCache, id: number): Promise<void> {
  const { scope, actor } = c.var
  const { visits, ...columns } = await cache.get(scope, actor.locations)
  const client = clientIndex(columns, id)
  const visited = client >= 0 && visits.clientStart[client]! < visits.clientStart[client + 1]!
  const known = actor.locations === null ? (await findContacts(scope, [id])).has(id) : visited
  if (!known) throw new AppError('clientNotFound', { value: String(id) })
}
