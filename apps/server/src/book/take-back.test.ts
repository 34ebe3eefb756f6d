import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { rowsOf, type Store, type WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { bookable, forgetHidden, hideImport, loadLineTable, showImport, storeBook, takeBack } from './index.ts'
import { bookOf, type TestClient, type TestLine } from './testing.ts'

const name = (letter: string) => fc.integer({ min: 0, max: 3 }).map((n) => (n === 0 ? '' : `${letter}${n}`))
const line: fc.Arbitrary<TestLine> = fc.record({
  id: name('a').map((id) => id || 'a0'),
  client: fc.constantFrom('olena', 'ira', 'nina', null),
  day: fc.constantFrom('2026-03-01', '2026-03-02'),
  minute: fc.constantFrom(0, 600),
  staff: name('m'),
  service: name('s'),
  location: name('l'),
  source: name('q'),
  price: fc.constantFrom(null, 0, 80_000),
  bookedBy: name('b'),
})
const contact = fc.record({
  name: name('Ім’я '),
  phone: name('+38050'),
  birthday: fc.constantFrom('', '1990-03-14', '--02-29'),
  language: fc.constantFrom('', 'uk', 'ru'),
})
const people: fc.Arbitrary<Record<string, TestClient>> = fc.dictionary(fc.constantFrom('olena', 'ira', 'nina'), contact)
const file = fc
  .tuple(fc.array(line, { maxLength: 8 }), people)
  .map(([rows, clients]) => bookOf(sameClient(rows), clients))

/** Rows of one appointment agree on the client and the day, as intake makes sure. */
function sameClient(rows: TestLine[]): TestLine[] {
  const first = new Map<string | undefined, TestLine>()
  return rows.map((row) => {
    const { client, day } = first.get(row.id) ?? row
    if (!first.has(row.id)) first.set(row.id, row)
    return { ...row, client, day }
  })
}

const TABLES = ['appointment_lines', 'clients', 'staff', 'services', 'locations', 'sources', 'bookers']
const ASIDE = ['replaced_lines', 'replaced_clients', 'hidden_imports']

/** Every row of the workspace's book, as text, in no particular order. */
async function everything({ db, workspaceId }: WorkspaceScope, tables = [...TABLES, ...ASIDE]) {
  const rows: string[] = []
  for (const table of tables) {
    const found = await rowsOf<{ row: string }>(
      db,
      sql`SELECT ${table} || to_jsonb(t)::text AS row FROM ${sql.identifier(table)} t WHERE workspace_id = ${workspaceId}`,
    )
    rows.push(...found.map(({ row }) => row))
  }
  return rows.sort()
}

const visible = async (scope: WorkspaceScope) => ({ ...(await loadLineTable(scope)), version: 0 })

describeStores('taking an import back', (fresh) => {
  let store: Store
  beforeEach(async () => {
    store = await fresh()
  })
  test('restores exactly what was there, and half of it is never seen', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, fc.integer({ min: 1, max: 3 }), async (older, newer, lastStep) => {
        const scope = await newScope(store)
        await storeBook(scope, bookable(older), { importId: 1 })
        const before = { rows: await everything(scope), seen: await visible(scope) }

        await hideImport(scope, 2, 'new')
        let steps = 0
        const stopped = storeBook(scope, bookable(newer), {
          importId: 2,
          onStep: async () => {
            if (++steps === lastStep) throw new Error('stop')
          },
        })
        await stopped.catch(() => {})
        expect(await visible(scope)).toEqual(before.seen)

        await takeBack(scope, 2)
        expect(await visible(scope)).toEqual(before.seen)
        await forgetHidden(scope, 2)
        expect(await everything(scope)).toEqual(before.rows)
      }),
      { numRuns: 12 },
    )
  })

  test('shows an import from one moment to the next, and counts the changes', async () => {
    const scope = await newScope(store)
    await storeBook(scope, bookable(bookOf([{ id: 'a1', client: 'olena', day: '2026-03-01', price: 1 }])), {
      importId: 1,
    })
    const before = await loadLineTable(scope)
    await hideImport(scope, 2, 'new')
    await storeBook(scope, bookable(bookOf([{ id: 'a1', client: 'ira', day: '2026-03-01', price: 2 }])), {
      importId: 2,
    })
    expect(await loadLineTable(scope)).toEqual(before)

    await showImport(scope, 2)
    const after = await loadLineTable(scope)
    expect([...after.lines.revenue]).toEqual([2])
    expect([...after.clientIds]).toEqual([1, 2])
    expect(after.version).toBe(before.version + 1)

    await hideImport(scope, 2, 'visible')
    expect(await loadLineTable(scope)).toEqual({ ...before, version: before.version + 2 })
  })
})
