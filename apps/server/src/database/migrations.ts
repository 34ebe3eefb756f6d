import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Database, rowsOf } from './connection.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** One step of the schema; those of a database are in the order of `createdAt`. */
export interface Migration {
  hash: string
  /** ms since 1970 */
  createdAt: number
}

/** A step this version of the app knows, with its statements. */
export interface KnownMigration extends Migration {
  statements: string[]
}

/** Every step up to this version of the app, the first one first. */
export function knownMigrations(migrationsFolder = MIGRATIONS): KnownMigration[] {
  return readMigrationFiles({ migrationsFolder }).map(({ hash, folderMillis, sql: statements }) => ({
    hash,
    createdAt: folderMillis,
    statements,
  }))
}

/** The steps a database has been brought through; none when it is not Comeback's or empty. */
export async function appliedMigrations(db: Database): Promise<Migration[]> {
  const [found] = await rowsOf<{ name: string | null }>(
    db,
    sql`SELECT to_regclass('drizzle.__drizzle_migrations')::text AS name`,
  )
  if (!found?.name) return []
  return rowsOf(
    db,
    sql`SELECT hash, created_at::float8 AS "createdAt" FROM drizzle.__drizzle_migrations ORDER BY created_at`,
  )
}
