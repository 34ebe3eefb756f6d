import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { LINE_COLUMNS } from './write-lines.ts'

/** Appointment ids are evenly spread, so their first byte cuts an import into this many parts of equal size. */
export const TAKE_BACK_PARTS = 256

const CLIENTS_AT_ONCE = 2000

/** Told in the transaction of each part how many are done. */
export type OnPart = (scope: WorkspaceScope, partsDone: number) => Promise<void>

/**
 * Takes back everything an import wrote, as if it had never been: its lines and whom it created go, what it replaced
 * returns. It may have been stored whole or in part; nothing may have been stored since. After a stop it is simply
 * run again. Run it inside {@link WorkspaceScope.exclusively} and with the import hidden.
 */
export async function takeBack(scope: WorkspaceScope, importId: number, onPart?: OnPart): Promise<void> {
  await scope.transaction((inner) => restoreClients(inner, importId))
  for (let part = 0; part < TAKE_BACK_PARTS; part++) {
    await scope.transaction(async (inner) => {
      await takeBackLines(inner, importId, part)
      await onPart?.(inner, part + 1)
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

async function restoreClients({ db, workspaceId }: WorkspaceScope, importId: number) {
  const own = sql`workspace_id = ${workspaceId} AND replaced_by = ${importId}`
  await db.execute(sql`
    UPDATE clients SET external_id = before.external_id, name = before.name, phone = before.phone,
      email = before.email, search_text = before.search_text
    FROM (SELECT * FROM replaced_clients WHERE ${own}) before
    WHERE clients.workspace_id = ${workspaceId} AND clients.id = before.id`)
  await db.execute(sql`DELETE FROM replaced_clients WHERE ${own}`)
}

async function takeBackLines({ db, workspaceId }: WorkspaceScope, importId: number, part: number) {
  const [first, last] = ['0', 'f'].map((digit) => hexByte(part) + digit.repeat(30))
  const inPart = sql`workspace_id = ${workspaceId} AND appointment_id BETWEEN ${first}::uuid AND ${last}::uuid`
  await db.execute(sql`DELETE FROM appointment_lines WHERE ${inPart} AND import_id = ${importId}`)
  const columns = sql.raw(LINE_COLUMNS)
  await db.execute(sql`
    INSERT INTO appointment_lines (${columns})
    SELECT ${columns} FROM replaced_lines WHERE ${inPart} AND replaced_by = ${importId}`)
  await db.execute(sql`DELETE FROM replaced_lines WHERE ${inPart} AND replaced_by = ${importId}`)
}

/** Deletes some of the clients the import created; false when none are left. */
async function deleteClients({ db, workspaceId }: WorkspaceScope, importId: number): Promise<boolean> {
  const deleted = await rowsOf(
    db,
    sql`
    DELETE FROM clients WHERE workspace_id = ${workspaceId} AND id IN (
      SELECT id FROM clients WHERE workspace_id = ${workspaceId} AND created_import_id = ${importId}
      LIMIT ${CLIENTS_AT_ONCE})
    RETURNING 1`,
  )
  return deleted.length > 0
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0')
}
