import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Store } from './connection.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { openPglite, type PgliteStore } from './pglite.ts'
import { openPostgres, type PostgresStore } from './postgres.ts'

/** A store with what its driver alone can do. */
export type DriverStore = PgliteStore | PostgresStore

/** The store of a running server. */
export type OpenStore = DriverStore & {
  /** Tells other processes on this data folder where the server answers. */
  announce(url: string): void
}

/**
 * Opens the database the settings ask for and brings its tables up to date. The data folder, where uploads go in
 * either case, is locked while PGlite lives in it. Throws `dataFolderInUse` when another process has it.
 */
export async function openStore(config: Pick<Config, 'dataFolder' | 'databaseUrl'>): Promise<OpenStore> {
  if (config.databaseUrl) {
    const store = openPostgres(config.databaseUrl)
    await closeOnFailure(store, () => migrate(store))
    return { ...store, announce: () => {} }
  }
  const lock = lockFolder(config.dataFolder)
  try {
    const store = await openPglite(join(config.dataFolder, 'pglite'))
    await closeOnFailure(store, () => migrate(store))
    return {
      ...store,
      announce: lock.announce,
      async close() {
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function closeOnFailure(store: Store, step: () => Promise<void>) {
  try {
    await step()
  } catch (error) {
    await store.close()
    throw error
  }
}
