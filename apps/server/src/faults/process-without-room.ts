import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { backUp, streamBackup } from '../backup/index.ts'
import { openStore } from '../database/index.ts'
import { knownFailure } from '../errors.ts'

// What full-disk.test.ts runs where no file may grow beyond what it says: backs up a database with a row that is small on
// the disk and large as text, and says what came of it.

const [dataFolder, databaseUrl] = process.argv.slice(2) as [string, string?]
const TEXT_BYTES = 100_000_000
const place = { dataFolder, databaseUrl: databaseUrl ?? null }

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
let store = await openStore(place)
await store.db.execute(sql`
  INSERT INTO workspaces (id, name, time_zone, currency, country)
  VALUES (gen_random_uuid(), repeat('x', ${TEXT_BYTES}::int), 'Europe/Kyiv', 'UAH', 'UA')`)
const failed = await streamBackup(store, dataFolder).then(
  () => null,
  (error: unknown) => knownFailure(error)?.code ?? reasonOf(error),
)
const rows = await store.db.execute(sql`SELECT 1 FROM workspaces`)
await store.close()
const said = await backUp(place, join(dataFolder, 'backup.tar.gz')).then(() => null, reasonOf)
store = await openStore(place)
await store.close()
process.stdout.write(
  JSON.stringify({
    failed,
    rows: (rows as unknown as { rows: unknown[] }).rows.length,
    said,
    left: readdirSync(dataFolder),
  }),
)
