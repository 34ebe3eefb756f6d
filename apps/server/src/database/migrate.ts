import { fileURLToPath } from 'node:url'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import type { Store } from './connection.ts'

export const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** Brings the tables to this version of the app. Servers that start together take turns. */
export async function migrate(store: Store, migrationsFolder = MIGRATIONS): Promise<void> {
  await store.exclusively('migrate', () =>
    store.kind === 'pglite'
      ? migratePglite(store.db as never, { migrationsFolder })
      : migratePostgres(store.db as never, { migrationsFolder }),
  )
}
