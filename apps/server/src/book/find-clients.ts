import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import type { ClientLanguage } from '../languages.ts'
import { openContacts } from './sealed-contacts.ts'
import { searchPattern, searchWords } from './search-text.ts'
import { visibleBook } from './visibility.ts'

/** Opened in one go, before others have their turn. */
const ROWS_AT_ONCE = 1000

/** Who a client of the book is; unknown texts are ''. */
export interface Contact {
  id: number
  key: string
  externalId: string
  name: string
  phone: string
  email: string
  /** `1990-03-14`, or `--03-14` where the year is not known */
  birthday: string
  language: ClientLanguage
  /** their name and contacts were taken away for good */
  erased: boolean
}

/** Contacts of the clients with these ids; ids nobody has are missing from the map. */
export async function findContacts(scope: WorkspaceScope, ids: number[]): Promise<Map<number, Contact>> {
  const { db, workspaceId, vault } = scope
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<Contact>(
    db,
    sql`SELECT id, CASE WHEN erased_at IS NULL THEN key ELSE '' END AS key, external_id AS "externalId", name, phone, email, birthday,
        language, erased_at IS NOT NULL AS erased FROM clients
      WHERE workspace_id = ${workspaceId} AND id = ANY (${`{${ids.join(',')}}`}::integer[])`,
  )
  const found = new Map<number, Contact>()
  for (const [i, row] of rows.entries()) {
    if (vault.sealing && i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    const { externalId, phone, email } = openContacts(vault, row)
    // sealed, the stored key says nothing: it was made of the first of these
    const key = vault.sealing ? externalId || phone || email : row.key
    found.set(row.id, { ...openContacts(vault, row), key })
  }
  return found
}

/** Ids of the visible clients whose name, phone or e-mail holds the text; everybody for a blank one. */
export function searchClients(scope: WorkspaceScope, text: string): Promise<number[]> {
  return scope.vault.sealing ? searchSealed(scope, text) : searchPlain(scope, text)
}

function searchPlain(scope: WorkspaceScope, text: string): Promise<number[]> {
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

/** What is sealed is searched in memory: see docs/decisions/0013 for what that takes. */
async function searchSealed(scope: WorkspaceScope, text: string): Promise<number[]> {
  const rows = await scope.snapshot(async (inner) => {
    const book = await visibleBook(inner)
    return rowsOf<{ id: number; stored: string }>(
      inner.db,
      sql`SELECT id, search_text AS stored FROM clients WHERE ${sql.raw(book.rows)} ORDER BY id`,
    )
  })
  const words = searchWords(text) ?? ''
  const found: number[] = []
  for (const [i, { id, stored }] of rows.entries()) {
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    if (scope.vault.open(stored).includes(words)) found.push(id)
  }
  return found
}

/** Phone and e-mail of each client of these ids, in their order; '' where unknown. */
export async function contactsInOrder({ db, workspaceId, vault }: WorkspaceScope, ids: Int32Array) {
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
    phone[i] = vault.open(row.phone)
    email[i] = vault.open(row.email)
  }
  return { phone, email }
}

/** Birthday of each client who has one, by id; read in the server, which has the key, where they are stored sealed. */
export async function storedBirthdays({ db, workspaceId, vault }: WorkspaceScope): Promise<Map<number, string>> {
  const rows = await rowsOf<{ id: number; birthday: string }>(
    db,
    sql`SELECT id, birthday FROM clients WHERE workspace_id = ${workspaceId} AND birthday <> ''`,
  )
  const found = new Map<number, string>()
  for (const [i, { id, birthday }] of rows.entries()) {
    if (vault.sealing && i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    found.set(id, vault.open(birthday))
  }
  return found
}

/** Ids of the clients who were erased: nobody to call or to write to. */
export async function erasedClients({ db, workspaceId }: WorkspaceScope): Promise<Set<number>> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND erased_at IS NOT NULL`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Ids of the clients whose phone is known, or was before they were erased. */
export async function clientsWithPhone({ db, workspaceId }: WorkspaceScope): Promise<Set<number>> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND (phone <> '' OR had_phone)`,
  )
  return new Set(rows.map(({ id }) => id))
}
