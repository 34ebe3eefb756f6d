import { sql } from 'drizzle-orm'
import { forgetConsents } from '../consent/index.ts'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { rememberErased } from './erased-keys.ts'
import { lockClients } from './lock-clients.ts'
import { countChange } from './visibility.ts'

interface Known {
  id: number
  externalId: string
  phone: string
  email: string
}

/**
 * Takes the name, contacts and numbers in the booking system of these clients away for good, and what they agreed to;
 * their visits stay, without a name. Answers whom it erased: those who were already are passed over.
 */
export function eraseClients(outer: WorkspaceScope, ids: readonly number[]): Promise<number[]> {
  return outer.transaction(async (scope) => {
    if (ids.length === 0) return []
    const { db, workspaceId, vault } = scope
    await lockClients(scope)
    const among = sql`workspace_id = ${workspaceId} AND id = ANY (${`{${ids.join(',')}}`}::integer[])`
    const columns = sql`id, external_id AS "externalId", phone, email`
    const clients = await rowsOf<Known>(
      db,
      sql`SELECT ${columns} FROM clients WHERE ${among} AND erased_at IS NULL ORDER BY id`,
    )
    const before = await rowsOf<Known>(db, sql`SELECT ${columns} FROM replaced_clients WHERE ${among}`)
    const erased = await rowsOf<{ id: number; key: string }>(
      db,
      sql`UPDATE clients SET key = 'erased:' || gen_random_uuid(), external_id = '', name = '', phone = '', email = '',
          birthday = '', language = '', search_text = '', erased_at = now(), had_phone = phone <> ''
        WHERE ${among} AND erased_at IS NULL RETURNING id, key`,
    )
    const keyOf = new Map(erased.map(({ id, key }) => [id, key]))
    const keys = [...clients, ...before].flatMap(({ id, externalId, phone, email }) => {
      const clientKey = keyOf.get(id)
      if (!clientKey) return []
      const texts = [externalId, phone, email].map(vault.open).filter((text) => text !== '')
      return texts.map((text) => ({ text, clientKey }))
    })
    await rememberErased(scope, keys)
    // undoing an import would bring them back from here
    await db.execute(sql`DELETE FROM replaced_clients WHERE ${among}`)
    const gone = [...keyOf.keys()].sort((a, b) => a - b)
    await forgetConsents(scope, gone)
    // lists of whom to call are without them from now on
    if (gone.length > 0) await countChange(scope)
    return gone
  })
}
