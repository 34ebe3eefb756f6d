import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { eq, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError, knownFailure } from '../errors.ts'
import { todayIn } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import type { ImportDeps } from './deps.ts'
import type { ImportOptions } from './import.ts'
import { discardFiles, filesOf } from './import-files.ts'
import { isImport } from './is-import.ts'
import { moveImportOrFail } from './move-import.ts'
import { type ImportRow, imports } from './tables.ts'

export interface Upload {
  /** name the file has on the person's machine */
  name: string
  body: ReadableStream<Uint8Array> | null
  /** bytes; NaN where the sender does not say */
  announcedSize: number
}

const LONGEST_NAME = 255

/**
 * Saves a visit file as it comes and has it inspected. Throws `uploadTooLarge`, `emptyUpload` or `diskFull`; then, and
 * when the sender stops, nothing of it is left.
 */
export async function receiveUpload(scope: WorkspaceScope, deps: ImportDeps, upload: Upload): Promise<ImportRow> {
  const { maxUploadBytes } = deps
  if (upload.announcedSize > maxUploadBytes) throw tooLarge(maxUploadBytes)
  const row = await createImport(scope, deps, basename(upload.name).slice(0, LONGEST_NAME) || 'upload')
  const files = filesOf(deps.folder, scope.workspaceId, row.id)
  try {
    await mkdir(files.folder, { recursive: true })
    const size = upload.body ? await save(upload.body, files.upload, maxUploadBytes) : 0
    if (size === 0) throw new AppError('emptyUpload', { file: row.fileName })
    return await scope.transaction(async (inner) => {
      const received = await moveImportOrFail(inner, row.id, ['uploading'], { size, state: 'inspecting' })
      await deps.queues.send(inner, 'inspect', row.id)
      return received
    })
  } catch (error) {
    await discardFiles(files)
    await scope.db.delete(imports).where(isImport(scope, row.id))
    if (knownFailure(error)?.code === 'diskFull') throw new AppError('diskFull', { file: row.fileName })
    throw error
  }
}

function createImport(scope: WorkspaceScope, { folder }: ImportDeps, fileName: string): Promise<ImportRow> {
  return scope.transaction(async ({ db, workspaceId }) => {
    // the row of the workspace is the lock under which the next number is taken
    await db.select().from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
    const { country, currency, timeZone, settings } = await readWorkspace({ ...scope, db })
    const { pastScheduled } = settings
    // fixed when the file comes, so that it reads the same however often it is read
    const options: ImportOptions = { country, currency, timeZone, pastScheduled, today: todayIn(timeZone) }
    const id = sql`(SELECT coalesce(max(id), 0) + 1 FROM imports WHERE workspace_id = ${workspaceId})`
    const [row] = await db
      .insert(imports)
      .values({ workspaceId, id: id as never, fileName, size: 0, state: 'uploading', options, folderId: folder.id })
      .returning()
    return { ...row!, inspected: null }
  })
}

/** Writes the body to a file; answers its size in bytes. */
async function save(body: ReadableStream<Uint8Array>, path: string, maxBytes: number): Promise<number> {
  let size = 0
  const limit = new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length
      if (size > maxBytes) done(tooLarge(maxBytes))
      else done(null, chunk)
    },
  })
  await pipeline(Readable.fromWeb(body), limit, createWriteStream(path))
  return size
}

function tooLarge(maxBytes: number) {
  return new AppError('uploadTooLarge', { value: String(maxBytes) })
}
