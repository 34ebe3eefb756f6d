import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeStores } from '../database/testing.ts'
import { Readiness } from './readiness.ts'

describeStores('readiness', (fresh, empty) => {
  test('a migrated database that answers is ready, a stopping server is not', async () => {
    const readiness = new Readiness(await fresh())
    expect(await readiness.reason()).toBeNull()
    readiness.stop()
    expect(await readiness.reason()).toBe('shuttingDown')
  })

  test('tables of an earlier version, or none, are not ready', async () => {
    const store = await fresh()
    await store.db.execute(sql`DELETE FROM drizzle.__drizzle_migrations`)
    expect(await new Readiness(store).reason()).toBe('migrations')
    expect(await new Readiness(await empty()).reason()).toBe('migrations')
  })

  test('a database that does not answer is not ready', async () => {
    const store = await empty()
    const readiness = new Readiness({ ...store, db: brokenLike(store.db) })
    expect(await readiness.reason()).toBe('database')
  })
})

/** The same connection asked for what is not there. */
function brokenLike<Db extends { execute(statement: never): unknown }>(db: Db): Db {
  return { execute: () => db.execute(sql`SELECT 1 FROM gone` as never) } as unknown as Db
}
