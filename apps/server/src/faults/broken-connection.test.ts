import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appointmentLines } from '../book/tables.ts'
import { rowsOf } from '../database/index.ts'
import { openPostgres, type PostgresStore } from '../database/postgres.ts'
import { newDatabase, newScope } from '../database/testing.ts'
import { isDatabaseTrouble, knownFailure } from '../errors.ts'
import { confirmImport } from '../imports/confirm-import.ts'
import { findImport } from '../imports/find-import.ts'
import { receiveUpload } from '../imports/receive-upload.ts'
import { startImports } from '../imports/start-imports.ts'
import { startQueues } from '../jobs/index.ts'
import { type BreakingProxy, breakingProxy } from './breaking-proxy.ts'

// A connection breaks at a named point while it is at work. The test's own process would end, were it not borne.

let database: Awaited<ReturnType<typeof newDatabase>>
let proxy: BreakingProxy
let store: PostgresStore
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-broken-'))
  database = await newDatabase('migrated')
  proxy = await breakingProxy(database.url)
  store = openPostgres(proxy.url)
})
afterEach(async () => {
  await store.close()
  await proxy.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

test.each(['before', 'after'] as const)(
  'a transaction whose connection breaks %s a statement is told to come again',
  async (when) => {
    const broken = proxy.breakAt('SELECT 4321', when)
    const failed = store.transaction(async ({ db }) => {
      await db.execute(sql`SELECT 4321`)
    })
    await expect(failed).rejects.toSatisfy((error) => knownFailure(error)?.code === 'databaseUnavailable')
    await broken
    await store.db.execute(sql`SELECT 1`)
  },
)

test('so are copying in and out, waiting for a lock, and what breaks between two statements', async () => {
  const attempts: [string, () => Promise<unknown>][] = [
    ['COPY workspaces', () => store.copyIn('workspaces (id)', new Uint8Array(100))],
    ['COPY (SELECT 77', () => store.copyOut('SELECT 77')],
    ['COPY (SELECT 78', () => store.copyToFile('SELECT 78', join(folder, 'rows'))],
    ['pg_advisory_lock', () => store.exclusively('name', async () => {})],
    ['pg_advisory_unlock', () => store.exclusively('name', async () => {})],
    ['COMMIT', () => store.transaction(async () => {})],
  ]
  for (const [words, attempt] of attempts) {
    void proxy.breakAt(words, 'before')
    await expect(attempt(), words).rejects.toSatisfy(isDatabaseTrouble)
  }
  const idle = store.transaction(async ({ db }) => {
    const [{ pid } = { pid: 0 }] = await rowsOf<{ pid: number }>(db, sql`SELECT pg_backend_pid() AS pid`)
    const other = openPostgres(database.url)
    await other.db.execute(sql`SELECT pg_terminate_backend(${pid}, 5000)`)
    await other.close()
    await db.execute(sql`SELECT 1`)
  })
  await expect(idle).rejects.toSatisfy(isDatabaseTrouble)
})

test('a full pool is told as what it is', async () => {
  const small = openPostgres(proxy.url, 3000)
  const all = Promise.withResolvers<void>()
  // made one after another: connecting to a busy server takes its time
  const holders: Promise<void>[] = []
  for (let i = 0; i < 10; i++) {
    await new Promise<void>((holds) => {
      holders.push(
        small.transaction(() => {
          holds()
          return all.promise
        }),
      )
    })
  }
  const asked = await Promise.allSettled([small.db.execute(sql`SELECT 1`), small.transaction(async () => {})])
  const codes = asked.map((each) => each.status === 'rejected' && knownFailure(each.reason)?.code)
  expect(codes).toEqual(['databaseBusy', 'databaseBusy'])
  all.resolve()
  await Promise.all(holders)
  await small.close()
})

test.each([
  ['a job was handed out', 'SKIP LOCKED'],
  ['a job was done', "state = 'completed'"],
])('when the connection breaks after %s, the queue goes on within seconds', async (_, words) => {
  const scope = await newScope(store)
  const done = new Set<number>()
  const unfinished = new Set([1])
  const queues = await startQueues(
    store,
    {
      count: async ({ id }) => {
        done.add(id)
        unfinished.delete(id)
      },
    },
    {
      resume: async () => {
        for (const id of unfinished) await queues.send(scope, 'count', id)
      },
    },
  )
  const broken = proxy.breakAt(words, 'after')
  await queues.send(scope, 'count', 1)
  await broken
  await expect.poll(() => done.has(1), { timeout: 20_000 }).toBe(true)
  unfinished.add(2)
  await queues.send(scope, 'count', 2)
  await expect.poll(() => done.has(2), { timeout: 20_000 }).toBe(true)
  await queues.stop()
})

test('an import whose connection breaks at each of its steps is stored, once', { timeout: 180_000 }, async () => {
  const scope = await newScope(store)
  const work = await startImports(store, { dataFolder: folder, maxUploadBytes: 1e9 }, async () => {})
  const points = ['COPY staged_clients', 'COPY staged_lines', 'INSERT INTO shown_imports']
  for (const [i, words] of points.entries()) {
    const csv = `appointment_id,client_id,starts_at,price\na${i},c${i},2026-01-05 10:00,5\n`
    const { id } = await receiveUpload(scope, work, {
      name: 'visits.csv',
      body: new Blob([csv]).stream() as never,
      announcedSize: Number.NaN,
    })
    const stateIs = (state: string) =>
      expect.poll(async () => (await findImport(scope, id).catch(() => null))?.state, { timeout: 30_000 }).toBe(state)
    await stateIs('ready')
    const broken = proxy.breakAt(words, i % 2 === 0 ? 'before' : 'after')
    await confirmImport(scope, work, id, { kind: 'commandLine' })
    await broken
    await stateIs('done')
  }
  expect(await scope.db.$count(appointmentLines)).toBe(points.length)
  await work.stop()
})
