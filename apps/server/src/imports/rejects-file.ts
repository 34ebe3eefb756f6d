import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { IntakeLanguage } from '../intake/index.ts'
import type { ImportDeps } from './deps.ts'
import { findImport } from './find-import.ts'
import { filesOf } from './import-files.ts'
import { readInWorker } from './read-in-worker.ts'

/**
 * Writes the rows of an import that could not be used, with the reasons in a language, and answers the file's path.
 * Throws `importNotFound`, or `importNotReady` where the uploaded file is not read yet or not kept any more.
 */
export async function rejectsFile(
  scope: WorkspaceScope,
  { folder }: ImportDeps,
  id: number,
  language: IntakeLanguage,
): Promise<string> {
  const { inspected, state } = await findImport(scope, id)
  const files = filesOf(folder, scope.workspaceId, id)
  if (!inspected?.quality || !existsSync(files.rejects)) throw new AppError('importNotReady', { value: state })
  const { sheet, headerRow, encoding } = inspected.inspection
  const file = { to: join(files.folder, `rejects.${language}.csv`), language, sheet, headerRow, encoding }
  const task = { kind: 'rejects' as const, path: files.upload, rejectsFile: files.rejects, file }
  return readInWorker(task, AbortSignal.timeout(10 * 60_000))
}
