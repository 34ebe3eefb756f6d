import { constants } from 'node:fs'
import { copyFile, link, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { notInArray } from 'drizzle-orm'
import type { Database } from '../database/connection.ts'
import { filesOf, type ImportFolder, type ImportState, imports } from '../imports/index.ts'

/** Their files are on their way in, or of no use any more. */
const WITHOUT_FILES: ImportState[] = ['uploading', 'cancelling', 'cancelled', 'undoing', 'undone']
/** They go on from the uploaded file. */
const NOT_WITHOUT_UPLOAD: ImportState[] = ['inspecting', 'ready', 'storing']

/** An upload was discarded between the snapshot of the rows and the look into the folder. */
export class FileGone extends Error {}

/**
 * Puts the files of a snapshot's imports beside its rows: links to uploads, which never change, and copies of the rest.
 * Answers how many imports have theirs in other servers' folders. Throws FileGone.
 */
export async function saveNeededFiles(db: Database, folder: ImportFolder, target: string): Promise<number> {
  const rows = await db
    .select({ workspaceId: imports.workspaceId, id: imports.id, state: imports.state, folderId: imports.folderId })
    .from(imports)
    .where(notInArray(imports.state, WITHOUT_FILES))
  for (const { workspaceId, id, state } of rows.filter(({ folderId }) => folderId === folder.id)) {
    const files = filesOf(folder, workspaceId, id)
    const names = await readdir(files.folder).catch((): string[] => [])
    if (NOT_WITHOUT_UPLOAD.includes(state) && !names.includes('upload')) throw new FileGone(files.upload)
    const own = join(target, workspaceId, String(id))
    await mkdir(own, { recursive: true })
    for (const name of names) await keep(join(files.folder, name), join(own, name), name === 'upload')
  }
  return rows.filter(({ folderId, state }) => folderId !== folder.id && NOT_WITHOUT_UPLOAD.includes(state)).length
}

async function keep(from: string, to: string, mayLink: boolean) {
  try {
    if (mayLink) await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE))
    else await copyFile(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FileGone(from)
    throw error
  }
}
