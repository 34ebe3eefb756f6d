import { expect, test } from 'vitest'
import { tidy } from './housekeeping.ts'
import { openPglite } from './pglite.ts'

test('clears dead rows and shortens the log when there is much of them, and then has nothing to do', async () => {
  const store = await openPglite()
  await store.client.exec(`
    CREATE TABLE visits AS SELECT n AS id, repeat('x', 1200) AS note FROM generate_series(1, 30000) n;
    UPDATE visits SET id = id + 1`)
  expect(await tidy(store.client)).toMatchObject({ vacuum: ['public.visits'], analyze: ['public.visits'] })
  const after = await tidy(store.client)
  expect(after).toMatchObject({ vacuum: [], analyze: [] })
  expect(after.wal).toBeLessThan(1_000_000)
  await store.close()
})
