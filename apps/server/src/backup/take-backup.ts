import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Connection } from '../database/connection.ts'
import { appliedMigrations, type Store } from '../database/index.ts'
import { openImportFolder } from '../imports/index.ts'
import { log } from '../log/index.ts'
import { listTables, nameOf, quoted, type Table } from './catalogue.ts'
import { checksum, sha256 } from './checksum.ts'
import { BackupError } from './errors.ts'
import { FILES, FORMAT, MANIFEST, MANIFEST_SUM, type Manifest, TABLES } from './manifest.ts'
import { FileGone, saveNeededFiles } from './needed-files.ts'

const TRIES = 3
const PACKAGE = new URL('../../package.json', import.meta.url)

/**
 * Puts everything there is to know into an empty folder: the rows of every table as of one moment, the uploads that
 * imports still need, and a manifest with checksums. The app goes on meanwhile; the embedded database, which has one
 * connection, answers others when the rows are written. Throws BackupError when there is nothing to back up.
 */
export async function takeBackup(store: Store, dataFolder: string, target: string): Promise<Manifest> {
  const folder = await openImportFolder(dataFolder)
  const snapshot = await withRetries(async () => {
    await rm(target, { recursive: true, force: true })
    for (const each of [TABLES, FILES]) await mkdir(join(target, each), { recursive: true, mode: 0o700 })
    return store.transaction((connection) => saveSnapshot(connection, folder, target), 'snapshot')
  })
  const tables: Manifest['tables'] = []
  for (const { path, ...table } of snapshot.tables) {
    const { lines: rows, ...content } = await checksum(join(target, path))
    tables.push({ ...table, rows, path, ...content })
  }
  const files: Manifest['files'] = []
  for (const path of await filesBelow(target, FILES)) {
    const { bytes, sha256 } = await checksum(join(target, path))
    files.push({ path, bytes, sha256 })
  }
  const manifest: Manifest = {
    format: FORMAT,
    version: (JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string }).version,
    createdAt: new Date().toISOString(),
    source: store.kind,
    migrations: snapshot.migrations,
    folderId: folder.id,
    tables,
    files,
    filesElsewhere: snapshot.filesElsewhere,
  }
  const text = JSON.stringify(manifest, null, 1)
  await writeFile(join(target, MANIFEST), text, { mode: 0o600 })
  await writeFile(join(target, MANIFEST_SUM), sha256(text), { mode: 0o600 })
  log.info('a backup was taken', { rows: tables.reduce((sum, { rows }) => sum + rows, 0), files: files.length })
  return manifest
}

type ImportFolder = Awaited<ReturnType<typeof openImportFolder>>

async function saveSnapshot(connection: Connection, folder: ImportFolder, target: string) {
  const { db, copyToFile } = connection
  // how values are written, whatever the server is set to
  await db.execute(sql`SET LOCAL datestyle = 'ISO, YMD'`)
  await db.execute(sql`SET LOCAL timezone = 'UTC'`)
  await db.execute(sql`SET LOCAL intervalstyle = 'postgres'`)
  await db.execute(sql`SET LOCAL bytea_output = 'hex'`)
  await db.execute(sql`SET LOCAL extra_float_digits = 3`)
  const migrations = await appliedMigrations(db)
  if (migrations.length === 0)
    throw new BackupError('there is nothing to back up: no Comeback has served from here yet')
  // first, as uploads may be discarded from now on
  const filesElsewhere = await saveNeededFiles(db, folder, join(target, FILES))
  const tables: (Table & { path: string })[] = []
  for (const table of await listTables(db)) {
    const path = `${TABLES}/${table.schema}.${table.name}.copy`
    await copyToFile(`SELECT ${table.columns.map(quoted).join(', ')} FROM ${nameOf(table)}`, join(target, path))
    tables.push({ ...table, path })
  }
  return { migrations, filesElsewhere, tables }
}

async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof FileGone) || tries === TRIES) throw error
    }
  }
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(join(root, folder), { recursive: true })) {
    const path = join(root, folder, name)
    if ((await stat(path)).isFile()) found.push(relative(root, path).replaceAll('\\', '/'))
  }
  return found.sort()
}
