import { openAsBlob } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { embeddedFolder } from './connect.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { startPostgres } from './start-postgres.ts'

/** What suites make their databases from, see testing.ts. */
export interface TestDatabases {
  /** files of a PGlite without tables, and of a migrated one, and a data folder with the latter */
  pglite: { empty: string; migrated: string; folder: string }
  /** addresses on one PostgreSQL server, which has the databases `blank` and `migrated` to copy */
  postgres: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabases
  }
}

/** Made once for all test files: starting and migrating databases for each of them took longer than the tests. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-templates-'))
  const [pglite, server] = await Promise.all([templatesOfPglite(folder), postgresWithTemplates()])
  project.provide('databases', { pglite, postgres: server.urlOf('postgres') })
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

async function templatesOfPglite(folder: string): Promise<TestDatabases['pglite']> {
  const store = await openPglite()
  const keep = async (name: string) => {
    const file = join(folder, name)
    await writeFile(file, Buffer.from(await (await store.client.dumpDataDir('none')).arrayBuffer()))
    return file
  }
  const empty = await keep('empty.tar')
  await migrate(store)
  const migrated = await keep('migrated.tar')
  await store.close()
  const dataFolder = join(folder, 'migrated')
  await mkdir(dataFolder)
  const onDisk = await PGlite.create(embeddedFolder(dataFolder), { loadDataDir: await openAsBlob(migrated) })
  await onDisk.close()
  return { empty, migrated, folder: dataFolder }
}

async function postgresWithTemplates() {
  const server = await startPostgres({ max_connections: 300 })
  const admin = openPostgres(server.urlOf('postgres'))
  for (const name of ['blank', 'migrated']) await admin.db.execute(`CREATE DATABASE ${name}`)
  await admin.close()
  const migrated = openPostgres(server.urlOf('migrated'))
  await migrate(migrated)
  await migrated.close()
  return server
}
