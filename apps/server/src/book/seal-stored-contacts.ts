import { type SQL, sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { type PlainContacts, sealContacts } from './sealed-contacts.ts'

const ROWS_AT_ONCE = 2000

interface Row extends PlainContacts {
  /** of the table, to find it again */
  place: string
  key: string
  erased: boolean
}

/**
 * Seals the contacts a workspace has stored as they are. `scope` has the sealing vault and is of a transaction. Answers
 * how many clients there are.
 */
export async function sealStoredContacts(scope: WorkspaceScope): Promise<number> {
  const { db, workspaceId, vault } = scope
  const own = sql`workspace_id = ${workspaceId}`
  const columns = sql`external_id AS "externalId", name, phone, email, birthday`
  // what was replaced goes first: it asks the clients for their keys as they were
  const replaced = await rowsOf<Row>(
    db,
    sql`SELECT replaced_by || ' ' || id AS place, ${columns},
        coalesce((SELECT key FROM clients c WHERE c.${own} AND c.id = replaced_clients.id), '') AS key, false AS erased
      FROM replaced_clients WHERE ${own}`,
  )
  await update(scope, sql`UPDATE replaced_clients SET`, sql`replaced_by || ' ' || id`, replaced)
  const clients = await rowsOf<Row>(
    db,
    sql`SELECT id::text AS place, key, ${columns}, erased_at IS NOT NULL AS erased FROM clients WHERE ${own}`,
  )
  await update(scope, sql`UPDATE clients SET key = v.key,`, sql`id::text`, clients)
  const hashes = await rowsOf<{ hash: string }>(db, sql`SELECT hash FROM erased_keys WHERE ${own}`)
  for (const { hash } of hashes) {
    await db.execute(sql`UPDATE erased_keys SET hash = ${vault.keyOf(hash)} WHERE ${own} AND hash = ${hash}`)
  }
  return clients.length
}

async function update({ db, workspaceId, vault }: WorkspaceScope, change: SQL, placeOf: SQL, rows: Row[]) {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = rows.slice(from, from + ROWS_AT_ONCE).map(({ place, key, erased, ...contacts }) => {
      const stored = erased ? key : vault.keyOf(key)
      const { externalId, name, phone, email, birthday, searchText } = sealContacts(vault, stored, contacts)
      return sql`(${place}, ${stored}, ${externalId}, ${name}, ${phone}, ${email}, ${birthday},
        ${searchText})`
    })
    await db.execute(sql`
      ${change} external_id = v.external_id, name = v.name, phone = v.phone, email = v.email,
        birthday = v.birthday, search_text = v.search_text
      FROM (VALUES ${sql.join(values, sql`, `)}) v (place, key, external_id, name, phone, email, birthday,
        search_text)
      WHERE workspace_id = ${workspaceId} AND ${placeOf} = v.place`)
  }
}
