import { sql } from 'drizzle-orm'
import { openScope, openStore } from '../database/index.ts'
import { sendKeyed } from './testing.ts'

// The process lease.test.ts starts: it dies in the middle of a write.

const [dataFolder = '', workspaceId = ''] = process.argv.slice(2)
const store = await openStore({ dataFolder, databaseUrl: null })
await store.db.execute(sql`
  INSERT INTO workspaces (id, name, time_zone, currency, country)
  VALUES (${workspaceId}, 'Салон', 'Europe/Kyiv', 'UAH', 'UA')`)
await sendKeyed(openScope(store, workspaceId), async () => {
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
})
