import { dataVersion } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { AppEvent, EventType } from '../http/announce.ts'
import type { ImportDeps } from './deps.ts'
import type { ImportFailure } from './import.ts'

type Facts = AppEvent['data']

/** Tells those who want to know how an import ended. Call it in the transaction that ends it. */
export function tellOfImport(
  scope: WorkspaceScope,
  { announce }: Pick<ImportDeps, 'announce'>,
  type: EventType & `import.${string}`,
  importId: number,
  facts: Facts = {},
): Promise<void> {
  return announce(scope, { type, data: { importId, ...facts } })
}

/** Tells that every number may be another one now. */
export async function tellOfData(
  scope: WorkspaceScope,
  { announce }: Pick<ImportDeps, 'announce'>,
  because: 'import' | 'undo',
): Promise<void> {
  await announce(scope, { type: 'data.changed', data: { because, dataVersion: await dataVersion(scope) } })
}

/** A failure without what stood in the file. */
export function factsOf({ code, details }: ImportFailure): Facts {
  return { code, reason: details.reason ?? null }
}
