import { retentionReport } from '@comeback/retention'
import { expect, test } from 'vitest'
import { bookable, hideImport, showImport, storeBook, takeBack } from '../book/index.ts'
import { bookOf, type TestLine } from '../book/testing.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { changeWorkspace } from '../workspace/change-workspace.ts'
import { ColumnsCache } from './columns.ts'

const CLIENTS = 30

/** Appointments spread over three months: two of each client, and a walk-in a week. */
const BOOK: TestLine[] = Array.from({ length: 2 * CLIENTS + 12 }, (_, i) => ({
  id: `a${i}`,
  client: i < 2 * CLIENTS ? `client ${i % CLIENTS}` : null,
  day: dayOfSpring(i < 2 * CLIENTS ? (i * 13) % 80 : (i - 2 * CLIENTS) * 7),
  staff: ['Марта', 'Кароліна', 'Юлія'][i % 3]!,
  service: ['Стрижка', 'Манікюр'][i % 2]!,
  source: ['', 'Instagram'][i % 2]!,
  price: 50_000 + i,
}))

function dayOfSpring(days: number): string {
  return new Date(Date.UTC(2026, 2, 1 + days)).toISOString().slice(0, 10)
}

async function importBook(scope: WorkspaceScope, importId: number, rows: readonly TestLine[]) {
  await hideImport(scope, importId, 'new')
  await storeBook(scope, bookable(bookOf(rows)), { importId })
  await showImport(scope, importId)
}

async function undoImport(scope: WorkspaceScope, importId: number) {
  await hideImport(scope, importId, 'visible')
  await takeBack(scope, importId)
}

/** What the cache holds now and how it came by it; the same as what a cache that knows nothing loads. */
async function heldBy(cache: ColumnsCache, scope: WorkspaceScope) {
  const held = await cache.get(scope)
  const afresh = await new ColumnsCache().get(scope)
  expect(held.visits).toEqual(afresh.visits)
  expect(held.clientIds).toEqual(afresh.clientIds)
  expect([held.lines, held.appointments, held.version]).toEqual([afresh.lines, afresh.appointments, afresh.version])
  const { loads, updates } = cache.stats()
  return { ...held, loads, updates }
}

describeStores('columns kept in memory', (fresh) => {
  test('that were loaded just as an import came to be seen are those of the next request', async () => {
    const scope = await newScope(await fresh())
    const cache = new ColumnsCache()
    const imported: WorkspaceScope = {
      ...scope,
      async snapshot(work) {
        await importBook(scope, 1, BOOK)
        return scope.snapshot(work)
      },
    }
    await cache.get(imported)
    expect(await heldBy(cache, scope)).toMatchObject({ loads: 2, updates: 1, lines: BOOK.length })
  })

  test('load only the clients an import has changed', async () => {
    const scope = await newScope(await fresh())
    const cache = new ColumnsCache()
    await importBook(scope, 1, BOOK)
    expect(await heldBy(cache, scope)).toMatchObject({ loads: 1, updates: 0, lines: BOOK.length })

    const cancelled: TestLine = { ...BOOK[3]!, status: 'cancelled', cancelledDay: '2026-03-02' }
    const passedOn: TestLine = { ...BOOK[8]!, client: 'client 21' }
    const split = [BOOK[11]!, { ...BOOK[11]!, service: 'Фарбування', staff: 'Оксана' }]
    const newcomer: TestLine = { id: 'n1', client: 'newcomer', day: '2026-02-20', staff: 'Оксана', source: 'TikTok' }
    await importBook(scope, 2, [cancelled, passedOn, ...split, newcomer])
    const after = await heldBy(cache, scope)
    expect(after).toMatchObject({ loads: 2, updates: 1, lines: BOOK.length + 2, appointments: BOOK.length + 1 })
    expect(after.visits.names.staff).toContain('Оксана')
  })

  test('go on through several imports, walk-ins and nothing new included', async () => {
    const scope = await newScope(await fresh())
    const cache = new ColumnsCache()
    await importBook(scope, 1, BOOK)
    await heldBy(cache, scope)
    await importBook(scope, 2, [{ ...BOOK[0]!, price: 1 }, BOOK[1]!])
    await importBook(scope, 3, [
      { ...BOOK[0]!, price: 2 },
      { client: null, day: '2026-09-01', price: 100 },
    ])
    expect((await heldBy(cache, scope)).updates).toBe(1)
    await importBook(scope, 4, BOOK.slice(0, 1))
    await importBook(scope, 5, [BOOK[0]!])
    expect((await heldBy(cache, scope)).updates).toBe(2)
  })

  test('are loaded whole after a setting, an undo, or a change to many', async () => {
    const scope = await newScope(await fresh())
    const cache = new ColumnsCache()
    await importBook(scope, 1, BOOK)
    await heldBy(cache, scope)
    await changeWorkspace(
      { scope, who: { kind: 'system' }, announce: async () => {} },
      { settings: { pastScheduled: 'ignored' } },
    )
    await heldBy(cache, scope)
    await importBook(scope, 2, [{ ...BOOK[0]!, price: 1 }])
    await undoImport(scope, 2)
    await heldBy(cache, scope)
    await importBook(
      scope,
      3,
      BOOK.map((line) => ({ ...line, price: 7 })),
    )
    expect(await heldBy(cache, scope)).toMatchObject({ loads: 4, updates: 0 })
  })

  test('see the book as it was while an import is being stored', async () => {
    const scope = await newScope(await fresh())
    const cache = new ColumnsCache()
    await importBook(scope, 1, BOOK)
    const before = await heldBy(cache, scope)
    await importBook(scope, 2, [{ ...BOOK[0]!, price: 1 }])
    await hideImport(scope, 3, 'new')
    await storeBook(
      scope,
      bookable(
        bookOf([
          { ...BOOK[0]!, price: 5 },
          { ...BOOK[5]!, price: 5 },
        ]),
      ),
      { importId: 3 },
    )
    const meanwhile = await heldBy(cache, scope)
    expect(meanwhile.updates).toBe(1)
    expect(totalOf(meanwhile.visits)).toBe(totalOf(before.visits)! - BOOK[0]!.price! + 1)
    await showImport(scope, 3)
    expect((await heldBy(cache, scope)).updates).toBe(2)
  })
})

function totalOf(visits: Parameters<typeof retentionReport>[0]) {
  const base = { kind: 'span', from: visits.firstDay, to: visits.dataThrough } as const
  const query = { base, rule: { kind: 'window', days: 30 }, filters: [], asOf: visits.dataThrough, by: 'all' } as const
  return retentionReport(visits, query).total.revenue
}
