import { join } from 'node:path'
import type { Config } from '../config.ts'
import { lockFolder } from './folder-lock.ts'
import { dropLeftovers } from './leftovers.ts'
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

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>

/**
 * Opens the database the settings ask for and brings its tables up to date. The data folder, where uploads go in
 * either case, is locked while PGlite lives in it. Throws `dataFolderInUse` when another process has it.
 */
export async function openStore(place: Place): Promise<OpenStore> {
  if (place.databaseUrl) dropLeftovers(place.dataFolder, embeddedFolder(place.dataFolder))
  const store = await openStoreAsIs(place)
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Like {@link openStore}, with the tables as they are, of whatever version or none. */
export async function openStoreAsIs({ dataFolder, databaseUrl }: Place): Promise<OpenStore> {
  if (databaseUrl) return { ...openPostgres(databaseUrl), announce: () => {} }
  const lock = lockFolder(dataFolder)
  try {
    dropLeftovers(dataFolder, embeddedFolder(dataFolder))
    const store = await openPglite(embeddedFolder(dataFolder))
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

/** Where the embedded database lies in a data folder. */
export function embeddedFolder(dataFolder: string): string {
  return join(dataFolder, 'pglite')
}
