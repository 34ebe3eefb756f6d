import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished, type Readable } from 'node:stream'
import type { Store } from '../database/index.ts'
import { pack } from './archive.ts'
import { takeBackup } from './take-backup.ts'

const PREFIX = 'backup-'
const STALE_MS = 24 * 3600 * 1000

/**
 * A backup as a stream of one .tar.gz. Its rows are as of the moment of the call; they wait uncompressed in the data
 * folder until the stream ends.
 */
export async function streamBackup(store: Store, dataFolder: string): Promise<Readable> {
  await mkdir(dataFolder, { recursive: true })
  await removeStale(dataFolder)
  const folder = await mkdtemp(join(dataFolder, PREFIX))
  try {
    await takeBackup(store, dataFolder, folder)
    const archive = pack(folder)
    finished(archive, () => rm(folder, { recursive: true, force: true }))
    return archive
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** What a process that died in the middle left behind. */
async function removeStale(dataFolder: string) {
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(dataFolder, name)
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true })
  }
}
