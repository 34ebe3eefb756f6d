import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../errors.ts'

/** Who runs on a data folder; `url` is `null` until it listens. */
export interface RunningServer {
  pid: number
  url: string | null
}

export interface FolderLock {
  /** Tells others, such as the command line, where this server answers. */
  announce(url: string): void
  release(): void
}

const LOCK_FILE = 'comeback.lock'
const SERVER_FILE = 'server.json'
const SQLITE_BUSY = 5

/** A lock nobody refers to would be collected as garbage, and let go of the folder. */
const held = new Set<DatabaseSync>()

/**
 * Takes the data folder for this process: PGlite loses committed rows without an error when two processes open one
 * folder. The lock is the operating system's, held through SQLite's on an empty file, so it ends with the process
 * however that dies and is never stale, also between containers, where process numbers say nothing.
 * Throws `dataFolderInUse` naming the running process (`value`) and its address.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = takeLock(folder)
  if (!lock) throw inUse(folder)
  held.add(lock)
  writeServerFile(folder, null)
  return {
    announce: (url) => writeServerFile(folder, url),
    release() {
      rmSync(join(folder, SERVER_FILE), { force: true })
      lock.close()
      held.delete(lock)
    },
  }
}

/** The server that holds a data folder now, `null` when none does. */
export function findRunningServer(folder: string): RunningServer | null {
  if (!existsSync(join(folder, LOCK_FILE))) return null
  const lock = takeLock(folder)
  lock?.close()
  return lock ? null : readServerFile(folder)
}

function takeLock(folder: string): DatabaseSync | null {
  // the wait outlasts another process that only looks whether the folder is taken
  const lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 300 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw error
  }
}

function inUse(folder: string): AppError {
  const server = readServerFile(folder)
  return new AppError('dataFolderInUse', {
    file: folder,
    ...(server && { value: String(server.pid) }),
    ...(server?.url && { address: server.url }),
  })
}

function writeServerFile(folder: string, url: string | null) {
  const file = join(folder, SERVER_FILE)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, url } satisfies RunningServer))
  renameSync(draft, file)
}

function readServerFile(folder: string): RunningServer | null {
  try {
    return JSON.parse(readFileSync(join(folder, SERVER_FILE), 'utf8')) as RunningServer
  } catch {
    return null
  }
}
