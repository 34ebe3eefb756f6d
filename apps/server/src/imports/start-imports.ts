import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Config } from '../config.ts'
import { type DriverStore, openScope, type Store } from '../database/index.ts'
import type { Announce } from '../http/announce.ts'
import { type JobHandler, startQueues } from '../jobs/index.ts'
import { changeBook } from './change-book.ts'
import type { ImportDeps, ImportQueue } from './deps.ts'
import { discardFiles, filesOf, type ImportFolder, openImportFolder } from './import-files.ts'
import { inspectImport } from './inspect-import.ts'
import { RunningReads } from './running-reads.ts'
import { imports } from './tables.ts'

export interface RunningImports extends ImportDeps {
  /** Stops after the step that is running; the next start goes on from there. */
  stop(): Promise<void>
}

/** Starts working on imports, and goes on with those that the end of an earlier process interrupted. */
export async function startImports(
  store: DriverStore,
  config: Pick<Config, 'dataFolder' | 'maxUploadBytes'>,
  announce: Announce,
): Promise<RunningImports> {
  const folder = await openImportFolder(config.dataFolder)
  const reads = new RunningReads()
  const stopping = new AbortController()
  await discardBrokenUploads(store, folder)

  // jobs of an earlier process may come before everything here is made
  const ready = Promise.withResolvers<ImportDeps>()
  const handlers: Record<string, JobHandler> = {
    [queueName('inspect', folder)]: async ({ workspaceId, id }, last) =>
      inspectImport(openScope(store, workspaceId), await ready.promise, id, last),
    [queueName('change', folder)]: async ({ workspaceId }, last) =>
      changeBook(openScope(store, workspaceId), await ready.promise, last, stopping.signal),
  }
  const queues = await startQueues(store, handlers, { resume: async () => resume(store, await ready.promise) })
  const deps: RunningImports = {
    folder,
    reads,
    announce,
    maxUploadBytes: config.maxUploadBytes,
    queues: { ...queues, send: (scope, name, id) => queues.send(scope, queueName(name, folder), id) },
    async stop() {
      stopping.abort()
      reads.stopAll()
      await queues.stop()
    },
  }
  ready.resolve(deps)
  await resume(store, deps)
  return deps
}

/** Servers on one database but with folders of their own cannot read each other's files: each has its queues. */
function queueName(name: ImportQueue, folder: ImportFolder): string {
  return `${name}-${folder.id}`
}

async function resume(store: Store, { queues, folder }: ImportDeps) {
  const unfinished = await store.db
    .select({ workspaceId: imports.workspaceId, id: imports.id, state: imports.state })
    .from(imports)
    .where(
      and(eq(imports.folderId, folder.id), inArray(imports.state, ['inspecting', 'storing', 'cancelling', 'undoing'])),
    )
  for (const { workspaceId, id, state } of unfinished) {
    await queues.send(openScope(store, workspaceId), state === 'inspecting' ? 'inspect' : 'change', id)
  }
}

/** Uploads cannot go on: forgets those whose server ended. On a shared database one may still be coming in elsewhere. */
async function discardBrokenUploads(store: Store, folder: ImportFolder) {
  const age = store.kind === 'pglite' ? '0 seconds' : '1 day'
  const broken = await store.db
    .delete(imports)
    .where(
      and(
        eq(imports.folderId, folder.id),
        eq(imports.state, 'uploading'),
        lt(imports.createdAt, sql`now() - ${age}::interval`),
      ),
    )
    .returning({ workspaceId: imports.workspaceId, id: imports.id })
  for (const { workspaceId, id } of broken) await discardFiles(filesOf(folder, workspaceId, id))
}
