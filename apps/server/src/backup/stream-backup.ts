import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished, type Readable } from 'node:stream'
import type { Store } from '../database/index.ts'
import { workFolderName } from '../database/leftovers.ts'
import { pack } from './archive.ts'
import { takeBackup } from './take-backup.ts'

/**
 * A backup as a stream of one .tar.gz. Its rows are as of the moment of the call; they wait uncompressed in the data
 * folder until the stream ends.
 */
export async function streamBackup(store: Store, dataFolder: string): Promise<Readable> {
  await mkdir(dataFolder, { recursive: true })
  const folder = await mkdtemp(join(dataFolder, workFolderName('backup')))
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
