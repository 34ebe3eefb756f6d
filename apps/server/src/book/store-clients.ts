import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { type FileConsent, importConsents } from '../consent/index.ts'
import { rowsOf } from '../database/connection.ts'
import { CopyReader } from '../database/copy-reader.ts'
import { CopyWriter } from '../database/copy-writer.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import type { ClientTable } from '../intake/parsed-book.ts'
import type { ClientLanguage } from '../languages.ts'
import { findErased } from './erased-keys.ts'
import { indexable } from './indexable.ts'
import { lockClients } from './lock-clients.ts'
import { openContacts, sealContacts } from './sealed-contacts.ts'

const CLIENTS_AT_ONCE = 2000

/** Told in the transaction of each slice how many clients it created. */
export type OnClients = (scope: WorkspaceScope, created: number) => Promise<void>

/**
 * Stores the clients that are new and updates the known ones with what the file says and is not blank. Answers the
 * workspace's id of each client of the table. Clients are the same by `key`.
 */
export async function storeClients(
  scope: WorkspaceScope,
  importId: number,
  table: ClientTable,
  onClients: OnClients,
): Promise<Int32Array> {
  const ids = new Int32Array(table.key.length)
  for (let from = 0; from < ids.length; from += CLIENTS_AT_ONCE) {
    const to = Math.min(from + CLIENTS_AT_ONCE, ids.length)
    await scope.transaction(async (inner) => {
      await lockClients(inner)
      await stage(inner, table, from, to)
      await forgetErased(inner)
      const created = await createClients(inner, importId)
      await updateClients(inner, importId)
      await readIds(inner, ids)
      await importConsents(inner, importId, consentsOf(table, ids, from, to))
      await onClients(inner, created)
    })
    await setImmediate()
  }
  return ids
}

/** What the file says of these clients and marketing; two that turn out to be one person agree only together. */
function consentsOf({ marketing }: ClientTable, ids: Int32Array, from: number, to: number): FileConsent[] {
  const said = new Map<number, boolean>()
  for (let i = from; i < to; i++) {
    if (marketing[i] !== 0) said.set(ids[i]!, marketing[i] === 1 && said.get(ids[i]!) !== false)
  }
  return Array.from(said, ([clientId, granted]) => ({ clientId, granted }))
}

async function stage(scope: WorkspaceScope, table: ClientTable, from: number, to: number) {
  const { vault } = scope
  await scope.db.execute(sql`
    CREATE TEMP TABLE IF NOT EXISTS staged_clients (
      place integer, key text, external_id text, name text, phone text, email text, birthday text, language text, search_text text,
      erased_key text, erased_at timestamptz, had_phone boolean DEFAULT false
    ) ON COMMIT DELETE ROWS`)
  const erased = await findErased(scope, table.key.slice(from, to))
  const rows = new CopyWriter()
  for (let i = from; i < to; i++) {
    const key = vault.keyOf(indexable(table.key[i]!))
    const contacts = sealContacts(vault, key, {
      externalId: table.externalId[i]!,
      name: table.name[i]!,
      phone: table.phone[i]!,
      email: table.email[i]!,
      birthday: table.birthday[i]!,
    })
    const erasedKey = erased.get(table.key[i]!)
    rows.row(10)
    rows.integer(i)
    rows.text(key)
    rows.text(contacts.externalId)
    rows.text(contacts.name)
    rows.text(contacts.phone)
    rows.text(contacts.email)
    rows.text(contacts.birthday)
    rows.text(table.language[i]!)
    rows.text(contacts.searchText)
    if (erasedKey === undefined) rows.null()
    else rows.text(erasedKey)
  }
  const columns = 'place, key, external_id, name, phone, email, birthday, language, search_text, erased_key'
  await scope.copyIn(`staged_clients (${columns})`, rows.finish())
}

/** A client who was erased stays so: what a file says of them is dropped, unless it is now somebody else's. */
async function forgetErased({ db, workspaceId }: WorkspaceScope) {
  await db.execute(sql`
    UPDATE staged_clients SET key = erased_key, external_id = '', name = '', phone = '', email = '', birthday = '',
      language = '', search_text = '', erased_at = now(), had_phone = phone <> ''
    WHERE erased_key IS NOT NULL AND NOT EXISTS (
      SELECT FROM clients c WHERE c.workspace_id = ${workspaceId} AND c.key = staged_clients.key)`)
}

async function createClients({ db, workspaceId }: WorkspaceScope, importId: number): Promise<number> {
  const [created] = await rowsOf<{ count: number }>(
    db,
    sql`
    WITH created AS (
      INSERT INTO clients (workspace_id, id, created_import_id, key, external_id, name, phone, email, birthday,
        language, search_text, erased_at, had_phone)
      SELECT ${workspaceId}::uuid, last.id + row_number() OVER (ORDER BY place), ${importId}::integer,
        key, external_id, name, phone, email, birthday, language, search_text, erased_at, had_phone
      FROM (SELECT DISTINCT ON (key) * FROM staged_clients ORDER BY key, place) staged,
        (SELECT greatest(clients_numbered, (SELECT max(id) FROM clients WHERE workspace_id = ${workspaceId})) AS id
          FROM workspaces WHERE id = ${workspaceId}) last
      WHERE NOT EXISTS (
        SELECT FROM clients c WHERE c.workspace_id = ${workspaceId} AND c.key = staged.key)
      RETURNING id
    ), numbered AS (
      UPDATE workspaces SET clients_numbered = (SELECT max(id) FROM created)
      WHERE id = ${workspaceId} AND EXISTS (SELECT FROM created)
    ) SELECT count(*)::integer AS count FROM created`,
  )
  return created?.count ?? 0
}

interface ChangedClient {
  id: number
  key: string
  externalId: string
  name: string
  phone: string
  email: string
  birthday: string
  language: ClientLanguage
  birthdayBefore: string
}

async function updateClients({ db, workspaceId, vault }: WorkspaceScope, importId: number) {
  const changed = await rowsOf<ChangedClient>(
    db,
    sql`
    SELECT id, key, external_id AS "externalId", name, phone, email, birthday, language,
      birthday_before AS "birthdayBefore" FROM (
      SELECT DISTINCT ON (c.id) c.id, c.key,
        coalesce(nullif(staged.external_id, ''), c.external_id) AS external_id,
        coalesce(nullif(staged.name, ''), c.name) AS name,
        coalesce(nullif(staged.phone, ''), c.phone) AS phone,
        coalesce(nullif(staged.email, ''), c.email) AS email,
        coalesce(nullif(staged.birthday, ''), c.birthday) AS birthday, c.birthday AS birthday_before,
        coalesce(nullif(staged.language, ''), c.language) AS language,
        (c.external_id, c.name, c.phone, c.email, c.birthday, c.language) AS before
      FROM staged_clients staged JOIN clients c ON c.workspace_id = ${workspaceId} AND c.key = staged.key AND c.erased_at IS NULL
      ORDER BY c.id, staged.place
    ) merged WHERE (external_id, name, phone, email, birthday, language) IS DISTINCT FROM before`,
  )
  if (changed.length === 0) return
  const values = changed.map(({ id, key, language, birthdayBefore, ...stored }) => {
    const told = openContacts(vault, stored)
    const contacts = { ...told, birthday: withKnownYear(told.birthday, vault.open(birthdayBefore)) }
    const { externalId, name, phone, email, birthday, searchText } = sealContacts(vault, key, contacts)
    return sql`(${id}::integer, ${externalId}, ${name}, ${phone}, ${email}, ${birthday}, ${language}, ${searchText})`
  })
  const ids = sql.join(
    changed.map((client) => sql`${client.id}`),
    sql`, `,
  )
  await db.execute(sql`
    INSERT INTO replaced_clients (workspace_id, replaced_by, id, external_id, name, phone, email, birthday, language,
      search_text)
    SELECT workspace_id, ${importId}::integer, id, external_id, name, phone, email, birthday, language, search_text
    FROM clients
    WHERE workspace_id = ${workspaceId} AND id IN (${ids}) AND created_import_id <> ${importId}
    ON CONFLICT DO NOTHING`)
  await db.execute(sql`
    UPDATE clients c SET external_id = v.external_id, name = v.name, phone = v.phone, email = v.email,
      birthday = v.birthday, language = v.language, search_text = v.search_text
    FROM (VALUES ${sql.join(values, sql`, `)}) v (id, external_id, name, phone, email, birthday, language, search_text)
    WHERE c.workspace_id = ${workspaceId} AND c.id = v.id`)
}

/** A day and month alone do not take away the year of the same day. */
function withKnownYear(told: string, known: string): string {
  return told.startsWith('--') && told.slice(-5) === known.slice(-5) ? known : told
}

async function readIds(scope: WorkspaceScope, ids: Int32Array) {
  const rows = new CopyReader(
    await scope.copyOut(`
      SELECT place, id FROM staged_clients JOIN clients USING (key) WHERE workspace_id = '${scope.workspaceId}'`),
  )
  while (rows.row()) ids[rows.integer()] = rows.integer()
}
