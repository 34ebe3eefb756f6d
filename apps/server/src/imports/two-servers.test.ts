import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLineTable } from '../book/index.ts'
import { openScope, openStore, type WorkspaceScope } from '../database/index.ts'
import { newDatabase, newScope } from '../database/testing.ts'
import { confirmImport } from './confirm-import.ts'
import { findImport } from './find-import.ts'
import { receiveUpload } from './receive-upload.ts'
import { type RunningImports, startImports } from './start-imports.ts'

const VISITS = 6000
let database: Awaited<ReturnType<typeof newDatabase>>
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-servers-'))
  database = await newDatabase('blank')
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

async function until(scope: WorkspaceScope, id: number, state: string) {
  for (let row = await findImport(scope, id); row.state !== state; row = await findImport(scope, id)) {
    if (row.error) throw new Error(row.error.message)
    await wait(20)
  }
}

function visits(server: number): string {
  const rows = Array.from({ length: VISITS }, (_, i) => `${server}-${i},client ${i % 700},2026-03-01,Марта ${i % 9}`)
  return `appointment_id,client_id,starts_at,staff\n${rows.join('\n')}\n`
}

test('two servers on one database start together and import into one workspace at once', async () => {
  const url = database.url
  const config = (server: number) => ({
    dataFolder: join(folder, String(server)),
    databaseUrl: url,
    maxUploadBytes: 1e8,
  })
  const stores = await Promise.all([1, 2].map((server) => openStore(config(server))))
  const { workspaceId } = await newScope(stores[0]!)
  const servers: RunningImports[] = []

  await Promise.all(
    stores.map(async (store, i) => {
      const scope = openScope(store, workspaceId)
      const imports = await startImports(store, config(i + 1), async () => {})
      servers.push(imports)
      const body = new Blob([visits(i + 1)]).stream() as never
      const { id } = await receiveUpload(scope, imports, { name: 'visits.csv', body, announcedSize: Number.NaN })
      await until(scope, id, 'ready')
      await confirmImport(scope, imports, id, { kind: 'commandLine' })
      await until(scope, id, 'done')
    }),
  )

  const { lines, clientIds } = await loadLineTable(openScope(stores[0]!, workspaceId))
  expect(lines.length).toBe(2 * VISITS)
  expect([...clientIds]).toEqual(Array.from({ length: 700 }, (_, i) => i + 1))
  expect(lines.names.staff).toHaveLength(10)
  for (const server of servers) await server.stop()
  for (const store of stores) await store.close()
})
