import { randomUUIDv7 } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { DriverStore } from './connect.ts'
import type { Store } from './connection.ts'
import { migrate } from './migrate.ts'
import { openPglite, pgliteStore } from './pglite.ts'
import { openPostgres, type PostgresStore } from './postgres.ts'
import { openScope, type WorkspaceScope } from './scope.ts'
import { startPostgres } from './start-postgres.ts'
import { workspaces } from './tables.ts'

/** Makes databases of one kind: migrated ones and empty ones. */
interface Factory {
  fresh(): Promise<DriverStore>
  empty(): Promise<DriverStore>
  stop(): Promise<void>
}

const FACTORIES: Record<Store['kind'], () => Promise<Factory>> = { pglite: pgliteFactory, postgres: postgresFactory }

/**
 * Runs a suite on PGlite and on a real PostgreSQL server. `fresh` opens a migrated database of its own, `empty` one
 * without tables; both are closed when the test ends. `shared` opens a migrated one that lives as long as the suite.
 */
export function describeStores(
  title: string,
  suite: (fresh: Factory['fresh'], empty: Factory['empty'], shared: Factory['fresh']) => void,
) {
  describe.each(Object.entries(FACTORIES))(`${title} on %s`, (_, start) => {
    let factory: Factory
    const open: DriverStore[] = []
    const tracked = (make: 'fresh' | 'empty') => async () => {
      const store = await factory[make]()
      open.push(store)
      return store
    }
    beforeAll(async () => {
      factory = await start()
    })
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    const kept: DriverStore[] = []
    afterAll(async () => {
      for (const store of kept) await store.close()
      await factory.stop()
    })
    const shared = async () => {
      const store = await factory.fresh()
      kept.push(store)
      return store
    }
    suite(tracked('fresh'), tracked('empty'), shared)
  })
}

async function pgliteFactory(): Promise<Factory> {
  const template = await openPglite()
  const emptied = await template.client.dumpDataDir('none')
  await migrate(template)
  const migrated = await template.client.dumpDataDir('none')
  await template.close()
  const from = async (loadDataDir: Blob) => pgliteStore(await PGlite.create({ loadDataDir }))
  return { fresh: () => from(migrated), empty: () => from(emptied), stop: async () => {} }
}

async function postgresFactory(): Promise<Factory> {
  const server = await startPostgres()
  const template = openPostgres(server.urlOf('postgres'))
  await template.db.execute('CREATE DATABASE migrated')
  const migrated = openPostgres(server.urlOf('migrated'))
  await migrate(migrated)
  await migrated.close()
  let count = 0
  const make = async (base: string): Promise<PostgresStore> => {
    const name = `test_${++count}`
    await template.db.execute(`CREATE DATABASE ${name} TEMPLATE ${base}`)
    return openPostgres(server.urlOf(name))
  }
  return {
    fresh: () => make('migrated'),
    empty: () => make('template1'),
    async stop() {
      await template.close()
      await server.stop()
    },
  }
}

/** The scope of a new, empty workspace. */
export async function newScope(store: Store): Promise<WorkspaceScope> {
  const id = randomUUIDv7()
  await store.db
    .insert(workspaces)
    .values({ id, name: 'Салон', timeZone: 'Europe/Kyiv', currency: 'UAH', country: 'UA' })
  return openScope(store, id)
}
