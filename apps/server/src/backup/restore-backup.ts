import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import type { Config } from '../config.ts'
import { embeddedFolder, openStoreAsIs } from '../database/connect.ts'
import type { Connection, Store } from '../database/connection.ts'
import { lockFolder } from '../database/folder-lock.ts'
import { knownMigrations, rowsOf } from '../database/index.ts'
import { REPLACED, workFolderName } from '../database/leftovers.ts'
import { migrate } from '../database/migrate.ts'
import { MIGRATIONS } from '../database/migrations.ts'
import { openPglite } from '../database/pglite.ts'
import { openPostgres } from '../database/postgres.ts'
import { type ImportFolder, imports, openImportFolder } from '../imports/index.ts'
import { startClock, waitAsRestored } from '../workspace/index.ts'
import { unpack, verifyArchive } from './archive.ts'
import { emptyDatabase } from './empty-database.ts'
import { BackupError, sayRoom } from './errors.ts'
import { fillTables } from './fill-tables.ts'
import { foreignTables } from './foreign-tables.ts'
import { checkVersion, makeTables } from './make-tables.ts'
import { FILES, type Manifest } from './manifest.ts'
import { whatIsThere } from './what-is-there.ts'

const LOOKS = 10
const LOOK_MS = 100

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>

export interface RestoreOptions {
  /** overwrite what is there */
  force?: boolean
  /** steps of the tables this version knows */
  migrationsFolder?: string
}

export interface Restored {
  manifest: Manifest
  /** tables of the backup that are not Comeback's and were left out */
  leftOut: string[]
}

/**
 * Puts a backup into the place the settings name, which must be empty unless `force`. Everything is checked before
 * anything is changed, and the place changes at the end, in one step. Throws BackupError saying what is wrong, and
 * AppError `dataFolderInUse` when a server runs on the data folder.
 */
export async function restoreBackup(file: string, place: Place, options: RestoreOptions = {}): Promise<Restored> {
  const { force = false, migrationsFolder = MIGRATIONS } = options
  const manifest = await verifyArchive(file)
  checkVersion(manifest, knownMigrations(migrationsFolder))
  if (place.databaseUrl) await refuseWhenUsed(place.databaseUrl)
  if (!force) await refuseWhenFull(place)
  await mkdir(place.dataFolder, { recursive: true })
  const staging = await mkdtemp(join(place.dataFolder, workFolderName('restore')))
  try {
    await unpack(file, staging)
    const source = { manifest, staging, migrationsFolder }
    const leftOut = await (place.databaseUrl
      ? intoPostgres(source, place.databaseUrl, place.dataFolder)
      : intoEmbedded(source, place.dataFolder))
    return { manifest, leftOut }
  } catch (error) {
    throw sayRoom(error, `${place.dataFolder} or the database`)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function refuseWhenFull(place: Place) {
  if (!place.databaseUrl && !existsSync(embeddedFolder(place.dataFolder))) return
  const store = await openStoreAsIs(place)
  try {
    const there = await whatIsThere(store.db)
    if (there.length === 0) return
    const list = there.map(({ table, rows }) => `${table} (${rows})`).join(', ')
    throw new BackupError(
      `${place.databaseUrl ? 'the database' : place.dataFolder} is not empty; --force would overwrite ${list}`,
    )
  } finally {
    await store.close()
  }
}

/** A server that goes on while its tables are replaced writes into those of another time: not even `force` does that. */
async function refuseWhenUsed(url: string) {
  const store = openPostgres(url)
  try {
    let others = await othersOn(store)
    // those of a server that has just ended are gone in a moment
    for (let look = 1; others > 0 && look < LOOKS; look++) {
      await wait(LOOK_MS)
      others = await othersOn(store)
    }
    if (others > 0) throw new BackupError(`${others} other connections use the database: stop its servers first`)
  } finally {
    await store.close()
  }
}

async function othersOn({ db }: Store): Promise<number> {
  const [row] = await rowsOf<{ others: number }>(
    db,
    sql`SELECT count(*)::int AS others FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  return row!.others
}

/** Everything in the database is dropped, so nothing of anybody else may be in it. */
async function refuseForeign({ db }: Store, migrationsFolder: string) {
  const foreign = await foreignTables(db, knownMigrations(migrationsFolder))
  if (foreign.length === 0) return
  throw new BackupError(
    `the database has tables that are not of this Comeback: ${foreign.join(', ')}; restore into an empty one (createdb)`,
  )
}

/** A verified, unpacked backup. */
interface Source {
  manifest: Manifest
  staging: string
  migrationsFolder: string
}

async function intoPostgres(source: Source, url: string, dataFolder: string) {
  const store = openPostgres(url)
  try {
    await refuseForeign(store, source.migrationsFolder)
    const folder = await openImportFolder(dataFolder)
    const leftOut = await store.transaction(async (connection) => {
      await emptyDatabase(connection.db)
      const unknown = await fillFrom(connection, source, folder)
      await placeFiles(source.staging, folder)
      return unknown
    })
    await migrate(store, source.migrationsFolder)
    await waitAsCopy(store)
    return leftOut
  } finally {
    await store.close()
  }
}

/** Builds the database beside the old one, which it replaces when it is whole. */
async function intoEmbedded(source: Source, dataFolder: string) {
  const lock = lockFolder(dataFolder)
  try {
    const built = join(source.staging, 'pglite')
    const store = await openPglite(built)
    const folder = await openImportFolder(dataFolder)
    let leftOut: string[]
    try {
      leftOut = await store.transaction((connection) => fillFrom(connection, source, folder))
      await migrate(store, source.migrationsFolder)
      await waitAsCopy(store)
    } finally {
      await store.close()
    }
    await placeFiles(source.staging, folder)
    const old = join(source.staging, REPLACED)
    if (existsSync(embeddedFolder(dataFolder))) await rename(embeddedFolder(dataFolder), old)
    await rename(built, embeddedFolder(dataFolder))
    return leftOut
  } finally {
    lock.release()
  }
}

/** The salon it is a copy of may go on elsewhere: two that send would write to everybody twice. */
async function waitAsCopy(store: Store) {
  const now = new Date()
  await waitAsRestored(store.db, now)
  await startClock(store, now)
}

async function fillFrom(connection: Connection, source: Source, folder: ImportFolder) {
  const { manifest, staging, migrationsFolder } = source
  await makeTables(connection.db, manifest, knownMigrations(migrationsFolder))
  const leftOut = await fillTables(connection, manifest, staging)
  // the files are this folder's now: the server on it goes on with what was interrupted
  await connection.db.update(imports).set({ folderId: folder.id }).where(eq(imports.folderId, manifest.folderId))
  return leftOut
}

/** Files of earlier imports give way. */
async function placeFiles(staging: string, folder: ImportFolder) {
  for (const each of await readdir(folder.path, { withFileTypes: true })) {
    if (each.isDirectory()) await rm(join(folder.path, each.name), { recursive: true })
  }
  await cp(join(staging, FILES), folder.path, { recursive: true })
}
