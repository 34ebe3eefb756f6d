import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Connection, Database } from '../database/connection.ts'
import { rowsOf } from '../database/index.ts'
import { listTables, nameOf, quoted } from './catalogue.ts'
import { BackupError } from './errors.ts'
import type { Manifest, SavedTable } from './manifest.ts'

const NEWLINE = 10
/** Handed to the database at once. */
const BATCH = 8 << 20

/**
 * Fills the tables of a transaction from an unpacked backup. Foreign keys are taken off meanwhile and checked when put
 * back, so that the order does not matter; triggers do not fire. Answers the names of tables that are not the app's.
 */
export async function fillTables(connection: Connection, { tables }: Manifest, folder: string): Promise<string[]> {
  const { db } = connection
  const here = (await listTables(db)).map(nameOf)
  const known = tables.filter((table) => here.includes(nameOf(table)))
  const names = known.map(nameOf)
  if (names.length === 0) throw new BackupError('the backup has no table of Comeback')
  const putBack = await takeOffConstraints(db, names)
  // migrations may put rows in
  await db.execute(sql.raw(`TRUNCATE ${names.join(', ')}`))
  for (const table of known) await fill(connection, table, join(folder, table.path))
  for (const statement of putBack) await db.execute(sql.raw(statement))
  for (const table of known) await setSequences(db, table)
  return tables.filter((table) => !known.includes(table)).map(({ schema, name }) => `${schema}.${name}`)
}

/** Answers the statements that put them back. */
async function takeOffConstraints(db: Database, names: string[]): Promise<string[]> {
  const keys = await rowsOf<{ table: string; name: string; definition: string }>(
    db,
    sql`SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace NOT IN
        (SELECT oid FROM pg_namespace WHERE nspname IN ('pgboss', 'pg_catalog', 'information_schema'))`,
  )
  for (const { table, name } of keys) await db.execute(sql.raw(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`))
  for (const table of names) await db.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER USER`))
  return [
    ...keys.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`),
    ...names.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
  ]
}

async function fill({ copyIn }: Connection, table: SavedTable, file: string) {
  const target = `${nameOf(table)} (${table.columns.map(quoted).join(', ')})`
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: BATCH })) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    const end = bytes.lastIndexOf(NEWLINE) + 1
    if (end > 0) await copyIn(target, bytes.subarray(0, end), 'text')
    rest = bytes.subarray(end)
  }
}

/** Numbers given from now on follow those that are there. */
async function setSequences(db: Database, table: SavedTable) {
  for (const column of table.columns) {
    const [found] = await rowsOf<{ sequence: string | null }>(
      db,
      sql`SELECT pg_get_serial_sequence(${nameOf(table)}, ${column}) AS sequence`,
    )
    if (!found?.sequence) continue
    const most = sql.raw(`(SELECT max(${quoted(column)}) FROM ${nameOf(table)})`)
    await db.execute(sql`SELECT setval(${found.sequence}::regclass, coalesce(${most}, 0) + 1, false)`)
  }
}
