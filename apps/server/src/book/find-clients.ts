import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { searchPattern } from './search-text.ts'
import { visibleBook } from './visibility.ts'

/** Who a client of the book is; unknown texts are ''. */
export interface Contact {
  id: number
  key: string
  externalId: string
  name: string
  phone: string
  email: string
  /** their name and contacts were taken away for good */
  erased: boolean
}

/** Contacts of the clients with these ids; ids nobody has are missing from the map. */
export async function findContacts({ db, workspaceId }: WorkspaceScope, ids: number[]): Promise<Map<number, Contact>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<Contact>(
    db,
    sql`SELECT id, CASE WHEN erased_at IS NULL THEN key ELSE '' END AS key, external_id AS "externalId", name, phone, email,
        erased_at IS NOT NULL AS erased FROM clients
      WHERE workspace_id = ${workspaceId} AND id = ANY (${`{${ids.join(',')}}`}::integer[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Ids of the visible clients whose name, phone or e-mail holds the text; everybody for a blank one. */
export function searchClients(scope: WorkspaceScope, text: string): Promise<number[]> {
  return scope.snapshot(async (inner) => {
    const book = await visibleBook(inner)
    const pattern = searchPattern(text) ?? '%'
    const found = await rowsOf<{ id: number }>(
      inner.db,
      sql`SELECT id FROM clients WHERE ${sql.raw(book.rows)} AND search_text LIKE ${pattern} ORDER BY id`,
    )
    return found.map(({ id }) => id)
  })
}

/** Phone and e-mail of each client of these ids, in their order; '' where unknown. */
export async function contactsInOrder({ db, workspaceId }: WorkspaceScope, ids: Int32Array) {
  const phone = new Array<string>(ids.length).fill('')
  const email = new Array<string>(ids.length).fill('')
  const place = new Map(Array.from(ids, (id, i) => [id, i]))
  const rows = await rowsOf<Pick<Contact, 'id' | 'phone' | 'email'>>(
    db,
    sql`SELECT id, phone, email FROM clients WHERE workspace_id = ${workspaceId} AND (phone <> '' OR email <> '')`,
  )
  for (const row of rows) {
    const i = place.get(row.id)
    if (i === undefined) continue
    phone[i] = row.phone
    email[i] = row.email
  }
  return { phone, email }
}

/** Ids of the clients whose phone is known, or was before they were erased. */
export async function clientsWithPhone({ db, workspaceId }: WorkspaceScope): Promise<Set<number>> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND (phone <> '' OR had_phone)`,
  )
  return new Set(rows.map(({ id }) => id))
}
