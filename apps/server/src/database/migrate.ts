import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import type { Store } from './connection.ts'
import { appliedMigrations, knownMigrations, MIGRATIONS } from './migrations.ts'

/** The tables have been brought further than this version of the app knows: it would write what the newer one cannot read. */
export class NewerDatabaseError extends Error {
  constructor() {
    super('The database was made by a newer Comeback: start that version, or restore a backup from before it')
  }
}

/**
 * Brings the tables to this version of the app. Servers that start together take turns. Throws NewerDatabaseError, with
 * nothing changed.
 */
export async function migrate(store: Store, migrationsFolder = MIGRATIONS): Promise<void> {
  await store.exclusively('migrate', async () => {
    const known = new Set(knownMigrations(migrationsFolder).map(({ createdAt }) => createdAt))
    const applied = await appliedMigrations(store.db)
    if (applied.some(({ createdAt }) => !known.has(createdAt))) throw new NewerDatabaseError()
    await (store.kind === 'pglite'
      ? migratePglite(store.db as never, { migrationsFolder })
      : migratePostgres(store.db as never, { migrationsFolder }))
  })
}
