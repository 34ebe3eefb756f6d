import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import { laterId } from '../later-id.ts'
import type { DriverStore } from './connect.ts'
import type { Store } from './connection.ts'
import { pgliteStore } from './pglite.ts'
import { openPostgres, type PostgresStore } from './postgres.ts'
import { openScope, type WorkspaceScope } from './scope.ts'
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
export function describeStores(title: string, suite: Suite) {
  describeOn(Object.entries(FACTORIES), title, suite)
}

/** As {@link describeStores}, on PGlite alone: of what asks nothing of the database that other suites do not ask on both. */
export function describePglite(title: string, suite: Suite) {
  describeOn([['pglite', pgliteFactory]], title, suite)
}

/** As {@link describeStores}, on PostgreSQL alone: of what moves a whole salon about, which is several times faster there. */
export function describePostgres(title: string, suite: Suite) {
  describeOn([['postgres', postgresFactory]], title, suite)
}

type Suite = (fresh: Factory['fresh'], empty: Factory['empty'], shared: Factory['fresh']) => void

function describeOn(factories: [string, () => Promise<Factory>][], title: string, suite: Suite) {
  describe.each(factories)(`${title} on %s`, (_, start) => {
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
  const { empty, migrated } = inject('databases').pglite
  const from = async (file: string) => pgliteStore(await PGlite.create({ loadDataDir: await openAsBlob(file) }))
  return { fresh: () => from(migrated), empty: () => from(empty), stop: async () => {} }
}

async function postgresFactory(): Promise<Factory> {
  const make = async (template: Template): Promise<PostgresStore> => {
    const { url, drop } = await newDatabase(template)
    const store = openPostgres(url)
    const close = async () => {
      await store.close()
      await drop()
    }
    return { ...store, close }
  }
  return { fresh: () => make('migrated'), empty: () => make('blank'), stop: async () => {} }
}

type Template = 'blank' | 'migrated'

/** A database on the PostgreSQL server of the tests, for what opens it by its address. */
export async function newDatabase(template: Template): Promise<{ url: string; drop(): Promise<void> }> {
  const address = new URL(inject('databases').postgres)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const administer = async (statement: string) => {
    const admin = openPostgres(inject('databases').postgres)
    await admin.db.execute(statement)
    await admin.close()
  }
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  address.pathname = name
  return { url: address.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** A folder of its own with PGlite in it: `migrated`, or `served` as a server left it after its first start. */
export function newDataFolder(template: 'migrated' | 'served'): string {
  const folder = mkdtempSync(join(tmpdir(), 'comeback-data-'))
  cpSync(template === 'served' ? inject('servedFolder') : inject('databases').pglite.folder, folder, {
    recursive: true,
  })
  return folder
}

/** The scope of a new, empty workspace. */
export async function newScope(store: Store): Promise<WorkspaceScope> {
  const id = laterId()
  await store.db
    .insert(workspaces)
    .values({ id, name: 'Салон', timeZone: 'Europe/Kyiv', currency: 'UAH', country: 'UA' })
  return openScope(store, id)
}
