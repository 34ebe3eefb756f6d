import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { openScope, openStore, rowsOf } from '../database/index.ts'
import { confirmImport } from './confirm-import.ts'
import { listImports } from './find-import.ts'
import { receiveUpload } from './receive-upload.ts'
import { startImports } from './start-imports.ts'

// The process crash.test.ts kills: imports a file into a data folder, or goes on with it, and reports how far it is.

const [dataFolder, file] = process.argv.slice(2) as [string, string]
const store = await openStore({ dataFolder, databaseUrl: null })
const workspaceId = '00000000-0000-7000-8000-000000000000'
await store.db.execute(sql`
  INSERT INTO workspaces (id, name, time_zone, currency, country)
  VALUES (${workspaceId}, '', 'Europe/Kyiv', 'UAH', 'UA') ON CONFLICT DO NOTHING`)
const scope = openScope(store, workspaceId)
const imports = await startImports(store, { dataFolder, maxUploadBytes: 1e9 }, async () => {})

if ((await listImports(scope, { before: null, limit: 1 })).length === 0) {
  const body = new Blob([readFileSync(file)]).stream()
  await receiveUpload(scope, imports, { name: 'visits.csv', body: body as never, announcedSize: Number.NaN })
}
for (;;) {
  const [row] = await listImports(scope, { before: null, limit: 1 })
  if (row?.state === 'ready') await confirmImport(scope, imports, row.id, { kind: 'commandLine' })
  if (row?.state === 'done') {
    const [table] = await rowsOf<{ rows: string }>(
      store.db,
      sql`SELECT count(*) || md5(string_agg(md5(l::text), '' ORDER BY appointment_id, position)) AS rows
        FROM appointment_lines l`,
    )
    process.send!({ done: row.done, finished: { state: row.state, result: row.result, ...table } })
  } else process.send!({ done: row?.done ?? 0, finished: null })
  await wait(10)
}
