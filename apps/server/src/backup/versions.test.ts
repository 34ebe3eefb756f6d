import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStoreAsIs } from '../database/connect.ts'
import { openStore, rowsOf } from '../database/index.ts'
import { migrate } from '../database/migrate.ts'
import { MIGRATIONS } from '../database/migrations.ts'
import { newDatabase, newDataFolder, newScope } from '../database/testing.ts'
import { backUp, restoreBackup } from './index.ts'

/** What later versions may bring and a backup must bear: keys in both directions, numbers, rules and types of their own. */
const NEXT_VERSION = `
CREATE TYPE mood AS ENUM ('calm', 'glad');--> statement-breakpoint
ALTER TABLE workspaces ADD COLUMN mood mood NOT NULL DEFAULT 'calm';--> statement-breakpoint
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, workspace_id uuid NOT NULL REFERENCES workspaces,
  before_id bigint REFERENCES audit, what text NOT NULL, size int GENERATED ALWAYS AS (length(what)) STORED, seal bytea);
--> statement-breakpoint
INSERT INTO audit (workspace_id, what) SELECT id, 'began' FROM workspaces;--> statement-breakpoint
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;--> statement-breakpoint
CREATE TRIGGER audit_keep BEFORE INSERT OR UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep();`

let folder: string
let later: string
let database: Awaited<ReturnType<typeof newDatabase>>
let embeddedFolder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-versions-'))
  database = await newDatabase('blank')
  embeddedFolder = newDataFolder('migrated')
  later = join(folder, 'later')
  cpSync(MIGRATIONS, later, { recursive: true })
  const journalFile = join(later, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_later' })
  writeFileSync(journalFile, JSON.stringify(journal))
  writeFileSync(join(later, '9999_later.sql'), NEXT_VERSION)
})
afterAll(async () => {
  await database.drop()
  for (const each of [folder, embeddedFolder]) rmSync(each, { recursive: true })
})

test('an older backup is brought up, a newer one refused, and what versions bring survives the way to the other kind', async () => {
  const embedded = { dataFolder: embeddedFolder, databaseUrl: null }
  const server = { dataFolder: join(folder, 'server'), databaseUrl: database.url }

  let store = await openStore(embedded)
  const { workspaceId } = await newScope(store)
  await store.close()
  const older = join(folder, 'older.tar.gz')
  await backUp(embedded, older)
  await restoreBackup(older, server, { migrationsFolder: later })
  store = await openStoreAsIs(server)
  await migrate(store, later)
  const began = { workspaceId, id: 1, what: 'began', mood: 'calm' }
  const auditOf = () =>
    rowsOf(
      store.db,
      sql`SELECT workspace_id AS "workspaceId", a.id::int, what, mood::text FROM audit a
        JOIN workspaces w ON w.id = workspace_id ORDER BY 2`,
    )
  expect(await auditOf()).toEqual([began])

  await store.db.execute(sql`ALTER TABLE audit DISABLE TRIGGER USER`)
  await store.db.execute(
    sql`INSERT INTO audit (workspace_id, before_id, what, seal) VALUES (${workspaceId}, 1, ${'a\\b\n\t'}, '\\x00ff')`,
  )
  await store.db.execute(sql`ALTER TABLE audit ENABLE TRIGGER USER`)
  await store.close()
  const newer = join(folder, 'newer.tar.gz')
  await backUp(server, newer)
  await expect(restoreBackup(newer, embedded, { force: true })).rejects.toThrow('made by a newer Comeback')

  await restoreBackup(newer, server, { force: true, migrationsFolder: later })
  await restoreBackup(newer, embedded, { force: true, migrationsFolder: later })
  for (const place of [server, embedded]) {
    store = await openStoreAsIs(place)
    expect(await auditOf()).toEqual([began, { ...began, id: 2, what: 'a\\b\n\t' }])
    const insert = sql`INSERT INTO audit (workspace_id, before_id, what) VALUES (${workspaceId}, 2, 'next') RETURNING id::int, size`
    await expect(rowsOf(store.db, insert)).rejects.toMatchObject({ cause: { message: 'append only' } })
    await store.db.execute(sql`ALTER TABLE audit DISABLE TRIGGER USER`)
    const stranger = sql`INSERT INTO audit (workspace_id, what) VALUES (gen_random_uuid(), 'stranger')`
    await expect(rowsOf(store.db, stranger)).rejects.toMatchObject({ cause: { code: '23503' } })
    expect((await rowsOf<{ id: number; size: number }>(store.db, insert))[0]).toMatchObject({ size: 4 })
    expect(await auditOf()).toHaveLength(3)
    await store.close()
  }
})
