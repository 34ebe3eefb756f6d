import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rowsOf, type Store } from './connection.ts'
import { migrate, NewerDatabaseError } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { workspaces } from './tables.ts'
import { describeStores, newScope } from './testing.ts'

interface Journal {
  entries: { idx: number; when: number; tag: string; version: string; breakpoints: boolean }[]
}

describeStores('migrations', (_, empty) => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comeback-migrations-'))
    cpSync(MIGRATIONS, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('make the tables, and do nothing the second time', async () => {
    const store = await empty()
    await migrate(store)
    const { workspaceId } = await newScope(store)
    await migrate(store)
    expect(await workspaceIds(store)).toEqual([workspaceId])
  })

  test('keep the data when a new one comes', async () => {
    const store = await empty()
    await migrate(store, folder)
    const { workspaceId } = await newScope(store)
    addMigration(folder, 'ALTER TABLE workspaces ADD COLUMN motto text NOT NULL DEFAULT $$повертайтесь$$')
    await migrate(store, folder)
    expect(await rowsOf(store.db, sql`SELECT id, motto FROM workspaces`)).toEqual([
      { id: workspaceId, motto: 'повертайтесь' },
    ])
  })

  test('one that fails leaves everything as it was', async () => {
    const store = await empty()
    await migrate(store, folder)
    const { workspaceId } = await newScope(store)
    addMigration(folder, 'DELETE FROM workspaces;\n--> statement-breakpoint\nALTER TABLE nothing ADD COLUMN x text')
    await expect(migrate(store, folder)).rejects.toThrow()
    expect(await workspaceIds(store)).toEqual([workspaceId])
  })

  test('of a newer version are left alone by an older one, which does not start', async () => {
    const store = await empty()
    addMigration(folder, 'CREATE TABLE later (id int)')
    await migrate(store, folder)
    await expect(migrate(store)).rejects.toThrow(NewerDatabaseError)
    await migrate(store, folder)
  })

  test('every file is in the journal', () => {
    const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql'))
    expect(files.sort()).toEqual(readJournal(MIGRATIONS).entries.map(({ tag }) => `${tag}.sql`))
  })
})

const workspaceIds = async ({ db }: Store) =>
  (await db.select({ id: workspaces.id }).from(workspaces)).map(({ id }) => id)

const journalFile = (folder: string) => join(folder, 'meta', '_journal.json')
const readJournal = (folder: string) => JSON.parse(readFileSync(journalFile(folder), 'utf8')) as Journal

function addMigration(folder: string, statements: string) {
  const journal = readJournal(folder)
  const last = journal.entries.at(-1)!
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'added' })
  writeFileSync(journalFile(folder), JSON.stringify(journal))
  writeFileSync(join(folder, 'added.sql'), statements)
}
