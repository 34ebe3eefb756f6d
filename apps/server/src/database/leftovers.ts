import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that work on the whole database makes beside it, and which are gone when it has ended. */
export type WorkFolder = 'backup' | 'restore'

/** What a restored database replaces is kept under this name in its work folder until the new one stands. */
export const REPLACED = 'replaced'

const WORK_FOLDER = /^(?:backup|restore)-(\d+)-/

/** Beginning of the name of a work folder of this process. */
export const workFolderName = (work: WorkFolder): string => `${work}-${process.pid}-`

/**
 * Deletes what processes that died amid a backup or a restore left in a data folder, and puts back a database that a restore
 * had moved away and not replaced yet. Call it before this process makes any.
 */
export function dropLeftovers(dataFolder: string, databaseFolder: string): void {
  if (!existsSync(dataFolder)) return
  for (const name of readdirSync(dataFolder)) {
    const owner = WORK_FOLDER.exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    const path = join(dataFolder, name)
    const replaced = join(path, REPLACED)
    if (existsSync(replaced) && !existsSync(databaseFolder)) renameSync(replaced, databaseFolder)
    rmSync(path, { recursive: true, force: true })
  }
}

/** Whether another process has this number: in a container the one before had ours. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
