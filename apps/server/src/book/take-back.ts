import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { forgetConsents, takeBackConsents } from '../consent/index.ts'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { lockClients } from './lock-clients.ts'
import { LINE_COLUMNS } from './write-lines.ts'

/** Appointment ids are evenly spread: ranges of their first byte cut an import into parts of equal size. */
const MOST_PARTS = 256
const LINES_OF_PART = 2500
const CLIENTS_AT_ONCE = 2000

/** Told in the transaction of each part how many of how many are done. */
export type OnPart = (scope: WorkspaceScope, done: number, total: number) => Promise<void>

/**
 * Takes back everything an import wrote, as if it had never been: its lines and whom it created go, what it replaced
 * returns. It may have been stored whole or in part; nothing may have been stored since. After a stop it is simply
 * run again. Run it inside {@link WorkspaceScope.exclusively} and with the import hidden.
 */
export async function takeBack(scope: WorkspaceScope, importId: number, onPart?: OnPart): Promise<void> {
  await scope.transaction(async (inner) => {
    await lockClients(inner)
    await restoreClients(inner, importId)
    await takeBackConsents(inner, importId)
  })
  const parts = await countParts(scope, importId)
  for (let part = 0; part < parts; part++) {
    await scope.transaction(async (inner) => {
      await takeBackLines(inner, importId, (part * MOST_PARTS) / parts, ((part + 1) * MOST_PARTS) / parts - 1)
      await onPart?.(inner, part + 1, parts)
    })
    await setImmediate()
  }
  while (await scope.transaction((inner) => deleteClients(inner, importId))) await setImmediate()
  await scope.transaction(async ({ db, workspaceId }) => {
    for (const table of ['staff', 'services', 'locations', 'sources', 'bookers']) {
      await db.execute(sql`
        DELETE FROM ${sql.identifier(table)} WHERE workspace_id = ${workspaceId} AND created_import_id = ${importId}`)
    }
  })
}

/** Parts of about {@link LINES_OF_PART} lines: a power of two, so that they cut 256 evenly. */
async function countParts({ db, workspaceId }: WorkspaceScope, importId: number): Promise<number> {
  const [counted] = await rowsOf<{ lines: number }>(
    db,
    sql`SELECT (
      (SELECT count(*) FROM appointment_lines WHERE workspace_id = ${workspaceId} AND import_id = ${importId}) +
      (SELECT count(*) FROM replaced_lines WHERE workspace_id = ${workspaceId} AND replaced_by = ${importId})
    )::integer AS lines`,
  )
  const needed = Math.max(1, (counted?.lines ?? 0) / LINES_OF_PART)
  return Math.min(MOST_PARTS, 2 ** Math.ceil(Math.log2(needed)))
}

async function restoreClients({ db, workspaceId }: WorkspaceScope, importId: number) {
  const own = sql`workspace_id = ${workspaceId} AND replaced_by = ${importId}`
  await db.execute(sql`
    UPDATE clients SET external_id = before.external_id, name = before.name, phone = before.phone,
      email = before.email, birthday = before.birthday, language = before.language, search_text = before.search_text
    FROM (SELECT * FROM replaced_clients WHERE ${own}) before
    WHERE clients.workspace_id = ${workspaceId} AND clients.id = before.id AND clients.erased_at IS NULL`)
  await db.execute(sql`DELETE FROM replaced_clients WHERE ${own}`)
}

/** Takes back the appointments whose ids begin with one of these bytes. */
async function takeBackLines({ db, workspaceId }: WorkspaceScope, importId: number, from: number, to: number) {
  const [first, last] = [hexByte(from) + '0'.repeat(30), hexByte(to) + 'f'.repeat(30)]
  const inPart = sql`workspace_id = ${workspaceId} AND appointment_id BETWEEN ${first}::uuid AND ${last}::uuid`
  await db.execute(sql`DELETE FROM appointment_lines WHERE ${inPart} AND import_id = ${importId}`)
  const columns = sql.raw(LINE_COLUMNS)
  await db.execute(sql`
    INSERT INTO appointment_lines (${columns})
    SELECT ${columns} FROM replaced_lines WHERE ${inPart} AND replaced_by = ${importId}`)
  await db.execute(sql`DELETE FROM replaced_lines WHERE ${inPart} AND replaced_by = ${importId}`)
}

/** Deletes some of the clients the import created; false when none are left. */
async function deleteClients(scope: WorkspaceScope, importId: number): Promise<boolean> {
  const { db, workspaceId } = scope
  const deleted = await rowsOf<{ id: number }>(
    db,
    sql`
    DELETE FROM clients WHERE workspace_id = ${workspaceId} AND id IN (
      SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND created_import_id = ${importId}
      LIMIT ${CLIENTS_AT_ONCE})
    RETURNING id`,
  )
  await forgetConsents(
    scope,
    deleted.map(({ id }) => id),
  )
  return deleted.length > 0
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0')
}
