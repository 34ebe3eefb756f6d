import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenStore, openScope, openStore, type WorkspaceScope } from '../database/index.ts'
import { newDatabase, newDataFolder, newScope } from '../database/testing.ts'
import { confirmImport } from '../imports/confirm-import.ts'
import { findImport } from '../imports/find-import.ts'
import { receiveUpload } from '../imports/receive-upload.ts'
import { type RunningImports, startImports } from '../imports/start-imports.ts'
import { apiOf } from '../testing.ts'
import { readWorkspace } from '../workspace/index.ts'
import { saveArchive } from './archive.ts'
import { sha256 } from './checksum.ts'
import { backUp, restoreBackup, streamBackup, verifyArchive } from './index.ts'

const KINDS = ['pglite', 'postgres'] as const
type Kind = (typeof KINDS)[number]
/** Several steps of an import, for a backup to come in between. */
const LINES = 20_000
/** Before every transaction of the import that is to be backed up half done, however busy the machine is. */
const PAUSE_MS = 300
const REPORTS = [
  '/reports/retention?base=2026-01&return=next&by=staff',
  '/reports/people?base=2026-01&return=60d&outcome=lost',
  '/reports/cohorts',
  '/clients?search=1',
  '/quality',
]

let folder: string
let count = 0
const open: { close(): Promise<void> }[] = []
const folders: string[] = []
const databases: { drop(): Promise<void> }[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-backup-'))
})
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
  for (const each of databases.splice(0)) await each.drop()
  for (const each of [folder, ...folders.splice(0)]) rmSync(each, { recursive: true })
})

interface Place {
  dataFolder: string
  databaseUrl: string | null
}

/** A place where nothing is yet. */
async function newPlace(kind: Kind): Promise<Place> {
  const dataFolder = join(folder, `place_${++count}`)
  return { dataFolder, databaseUrl: kind === 'pglite' ? null : await databaseOf('blank') }
}

/** A place with tables and nothing in them. */
async function usedPlace(kind: Kind): Promise<Place> {
  if (kind === 'postgres') return { ...(await newPlace('pglite')), databaseUrl: await databaseOf('migrated') }
  const dataFolder = newDataFolder('migrated')
  folders.push(dataFolder)
  return { dataFolder, databaseUrl: null }
}

async function databaseOf(template: 'blank' | 'migrated'): Promise<string> {
  const database = await newDatabase(template)
  databases.push(database)
  return database.url
}

async function openPlace(place: Place): Promise<OpenStore> {
  const store = await openStore(place)
  open.push(store)
  return store
}

async function startWork(store: OpenStore, { dataFolder }: Place, pause = 0): Promise<RunningImports> {
  const slowed: OpenStore = {
    ...store,
    async transaction(...args) {
      await wait(pause)
      return store.transaction(...args)
    },
  }
  const work = await startImports(slowed, { dataFolder, maxUploadBytes: 1e9 }, async () => {})
  open.push({ close: () => work.stop() })
  return work
}

function visits(from: number, lines: number): string {
  const rows = Array.from({ length: lines }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1 + (i % 80))).toISOString().slice(0, 10)
    return `a${from + i},c${i % 900},"Олена \\N ""${i % 900}""\tі\\",${day} 10:00,Марта ${i % 7},${i % 900}`
  })
  return `appointment_id,client_id,client_name,starts_at,staff,price\n${rows.join('\n')}\n`
}

async function startImport(scope: WorkspaceScope, work: RunningImports, csv: string): Promise<number> {
  const body = new Blob([csv]).stream() as never
  const { id } = await receiveUpload(scope, work, { name: 'visits.csv', body, announcedSize: Number.NaN })
  await until(scope, id, ({ state }) => state === 'ready')
  await confirmImport(scope, work, id, { kind: 'commandLine' })
  return id
}

type Row = Awaited<ReturnType<typeof findImport>>

async function until(scope: WorkspaceScope, id: number, reached: (row: Row) => boolean): Promise<Row> {
  for (;;) {
    const row = await findImport(scope, id)
    if (row.error) throw new Error(row.error.message)
    if (reached(row)) return row
    await wait(5)
  }
}

const isDone = ({ state }: Row) => state === 'done'

/** Reports to the byte, as their checksums, which are shorter to tell apart. */
async function reportsOf(scope: WorkspaceScope): Promise<string[]> {
  const { app } = apiOf(scope)
  const sums: string[] = []
  for (const path of REPORTS) {
    let text = '"forecast":"pending"'
    while (text.includes('"forecast":"pending"')) {
      const response = await app.request(path)
      expect(response.status).toBe(200)
      text = await response.text()
    }
    // a page's cursor is sealed anew each time
    sums.push(`${path} ${sha256(text.replace(/"next":"[^"]*"/, '"next":""'))}`)
  }
  return sums
}

describe.each(KINDS)('a backup of %s', (kind) => {
  const other = KINDS.find((each) => each !== kind)!

  test(`taken while an import is stored, restored into ${other}, shows the same reports and goes on`, async () => {
    const place = await usedPlace(kind)
    const store = await openPlace(place)
    const scope = await newScope(store)
    const work = await startWork(store, place, PAUSE_MS)
    await until(scope, await startImport(scope, work, visits(0, 3000)), isDone)
    const before = await reportsOf(scope)
    const id = await startImport(scope, work, visits(1500, LINES))
    await until(scope, id, ({ checkpoint }) => checkpoint > 0)
    const file = join(folder, 'backup.tar.gz')
    await saveArchive(await streamBackup(store, place.dataFolder), file)
    await until(scope, id, isDone)
    const after = await reportsOf(scope)
    expect(after).not.toEqual(before)

    const target = await newPlace(other)
    const { manifest, leftOut } = await restoreBackup(file, target)
    expect(leftOut).toEqual([])
    const restored = openScope(await openPlace(target), scope.workspaceId)
    expect(await readWorkspace(restored)).toMatchObject({ restoredAt: expect.any(Date) })
    expect(await findImport(restored, id)).toMatchObject({ state: 'storing', checkpoint: expect.any(Number) })
    expect(manifest.files.map(({ path }) => path)).toContain(`files/${scope.workspaceId}/${id}/upload`)
    expect(await reportsOf(restored)).toEqual(before)

    await startWork(open.findLast((each) => 'announce' in each) as OpenStore, target)
    await until(restored, id, isDone)
    expect(await reportsOf(restored)).toEqual(after)
    expect(await readdir(target.dataFolder)).not.toContainEqual(expect.stringMatching(/^(restore|backup)-/))
  })

  test('a full place is refused with what is in it, and overwritten when told to', async () => {
    const place = await usedPlace(kind)
    const store = await openStore(place)
    const { workspaceId } = await newScope(store)
    await store.close()
    const file = join(folder, 'backup.tar.gz')
    await backUp(place, file)
    await expect(backUp(place, file)).rejects.toThrow('exists already')

    const full = await usedPlace(kind)
    const used = await openStore(full)
    await newScope(used)
    await newScope(used)
    await used.close()
    await expect(restoreBackup(file, full)).rejects.toThrow('--force would overwrite workspaces (2)')
    await restoreBackup(file, full, { force: true })
    const rows = await (await openPlace(full)).db.execute(sql`SELECT id FROM workspaces`)
    expect(rows).toMatchObject({ rows: [{ id: workspaceId }] })
  })
})

test.each(KINDS)('a place on %s that a server uses is not overwritten, whatever is said', async (kind) => {
  const file = join(folder, 'backup.tar.gz')
  await backUp(await usedPlace('pglite'), file)
  const served = await usedPlace(kind)
  const store = await openPlace(served)
  const { workspaceId } = await newScope(store)
  await expect(restoreBackup(file, served, { force: true })).rejects.toThrow(/stop its servers first|data folder open/)
  expect(await store.db.execute(sql`SELECT id FROM workspaces`)).toMatchObject({ rows: [{ id: workspaceId }] })
})

test('a database with tables of somebody else is not overwritten, whatever is said', async () => {
  const place = await usedPlace('pglite')
  const file = join(folder, 'backup.tar.gz')
  await backUp(place, file)
  const shared = await usedPlace('postgres')
  const store = await openStore(shared)
  await store.db.execute(sql`CREATE TABLE bookkeeping (id int)`)
  await store.close()
  await expect(restoreBackup(file, shared, { force: true })).rejects.toThrow('public.bookkeeping')
  await (await openPlace(shared)).db.execute(sql`SELECT FROM bookkeeping`)
})

describe('a backup file', () => {
  let file: string
  let target: Place
  beforeEach(async () => {
    const place = await usedPlace('pglite')
    const store = await openStore(place)
    await newScope(store)
    await store.close()
    file = join(folder, 'backup.tar.gz')
    await backUp(place, file)
    target = await newPlace('pglite')
  })

  test('that is cut, changed or something else is refused before anything is touched', async () => {
    const size = readFileSync(file).length
    const damages: ((copy: string) => void)[] = [
      (copy) => truncateSync(copy, size - 20),
      (copy) => truncateSync(copy, Math.floor(size / 3)),
      (copy) => flipBit(copy, Math.floor(size / 2)),
      (copy) => writeFileSync(copy, 'appointment_id,client_id\n'),
    ]
    for (const [i, damage] of damages.entries()) {
      const copy = join(folder, `damaged-${i}`)
      cpSync(file, copy)
      damage(copy)
      await expect(restoreBackup(copy, target, { force: true }), `damage ${i}`).rejects.toThrow(
        /is damaged|is not a backup/,
      )
    }
    await expect(restoreBackup(join(folder, 'none'), target)).rejects.toThrow('no such file')
    expect(await readdir(folder)).not.toContain(target.dataFolder)
    expect((await verifyArchive(file)).tables.length).toBeGreaterThan(10)
  })
})

function flipBit(file: string, at: number) {
  const bytes = readFileSync(file)
  bytes[at]! ^= 1
  writeFileSync(file, bytes)
}
