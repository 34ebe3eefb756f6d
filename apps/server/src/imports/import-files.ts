import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { laterId } from '../later-id.ts'

/** Where the files of imports lie: `<data folder>/imports/<workspace>/<id>/`. */
export interface ImportFolder {
  /** tells this folder from those of other servers on the same database */
  id: string
  path: string
}

export async function openImportFolder(dataFolder: string): Promise<ImportFolder> {
  const path = join(dataFolder, 'imports')
  await mkdir(path, { recursive: true })
  const idFile = join(path, 'folder-id')
  try {
    await writeFile(idFile, laterId(), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return { id: await readFile(idFile, 'utf8'), path }
}

export interface ImportFiles {
  folder: string
  /** the visit file as it was uploaded */
  upload: string
  /** rows that could not be used, JSON */
  rejects: string
}

export function filesOf(folder: ImportFolder, workspaceId: string, id: number): ImportFiles {
  const own = join(folder.path, workspaceId, String(id))
  return { folder: own, upload: join(own, 'upload'), rejects: join(own, 'rejects.json') }
}

export async function discardFiles(files: ImportFiles): Promise<void> {
  await rm(files.folder, { recursive: true, force: true })
}
