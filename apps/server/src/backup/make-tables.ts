import { sql } from 'drizzle-orm'
import type { Database } from '../database/connection.ts'
import type { KnownMigration } from '../database/migrations.ts'
import { BackupError } from './errors.ts'
import type { Manifest } from './manifest.ts'

/** Throws BackupError when a backup's tables are of a version that this one does not know. */
export function checkVersion({ migrations, version }: Manifest, known: KnownMigration[]) {
  const unknown = migrations.filter(({ createdAt }) => !known.some((each) => each.createdAt === createdAt))
  if (unknown.length === 0) return
  throw new BackupError(`the backup was made by a newer Comeback (${version}): update this one first`)
}

/**
 * Makes the tables as they were in a backup, inside the transaction that fills them: what Drizzle's migrator does, which
 * commits by itself. Later steps are left to it.
 */
export async function makeTables(db: Database, { migrations }: Manifest, known: KnownMigration[]): Promise<void> {
  await db.execute(sql`CREATE SCHEMA drizzle`)
  await db.execute(
    sql`CREATE TABLE drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
  )
  for (const { createdAt, hash, statements } of known) {
    if (!migrations.some((each) => each.createdAt === createdAt)) continue
    for (const statement of statements) await db.execute(sql.raw(statement))
    await db.execute(sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES (${hash}, ${createdAt})`)
  }
}
