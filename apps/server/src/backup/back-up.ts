import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { embeddedFolder, openStoreAsIs } from '../database/connect.ts'
import { findRunningServer } from '../database/index.ts'
import { folderSecret } from '../folder-secret.ts'
import { saveArchive, verifyArchive } from './archive.ts'
import { BackupError, sayRoom } from './errors.ts'
import type { Manifest } from './manifest.ts'
import { streamBackup } from './stream-backup.ts'

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>

/** Where a running server hands out a backup of itself to the operator of its data folder. */
export const BACKUP_PATH = '/operations/backup'

/**
 * Makes a backup of what the settings name into a new file, and reads it back. The embedded database is asked for through
 * the server that runs on it, if one does. Throws BackupError; the file is there only when it is whole.
 */
export async function backUp(place: Place, file: string): Promise<Manifest> {
  if (existsSync(file)) throw new BackupError(`${file} exists already: give another name, for example with the date`)
  const draft = `${file}.partial`
  try {
    await writeDraft(place, draft)
    const manifest = await verifyArchive(draft)
    await rename(draft, file)
    return manifest
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDraft(place: Place, draft: string) {
  const { dataFolder, databaseUrl } = place
  const running = databaseUrl ? null : findRunningServer(dataFolder)
  if (running) {
    if (!running.url)
      throw new BackupError(`process ${running.pid} is starting on ${dataFolder}: try again in a moment`)
    return await save(await askServer(running.url, folderSecret(dataFolder, 'operator-token')), draft)
  }
  if (!databaseUrl && !existsSync(embeddedFolder(dataFolder))) {
    throw new BackupError(`there is no database in ${dataFolder}: COMEBACK_DATA or DATABASE_URL say where it is`)
  }
  const store = await openStoreAsIs(place)
  try {
    const archive = await streamBackup(store, dataFolder).catch((error: unknown) => {
      throw sayRoom(error, dataFolder)
    })
    await save(archive, draft)
  } finally {
    await store.close()
  }
}

async function save(archive: Readable, draft: string) {
  await saveArchive(archive, draft).catch((error: unknown) => {
    throw sayRoom(error, dirname(draft))
  })
}

async function askServer(url: string, token: string): Promise<Readable> {
  const response = await fetch(url + BACKUP_PATH, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  if (!response.ok || !response.body) {
    const { error } = (await response.json().catch(() => ({}))) as { error?: { message: string } }
    throw new BackupError(`the server at ${url} answered ${response.status}${error ? `: ${error.message}` : ''}`)
  }
  return Readable.fromWeb(response.body as never)
}
