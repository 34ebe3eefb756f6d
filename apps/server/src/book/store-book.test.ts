import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import type { ParsedBook } from '../intake/parsed-book.ts'
import { bookable, loadLineTable, type StoreStep, storeBook } from './index.ts'
import { bookOf, type TestLine } from './testing.ts'

const CUT: TestLine = {
  id: 'a1',
  client: 'olena',
  day: '2026-03-02',
  minute: 600,
  staff: 'Марта',
  service: 'Стрижка',
  category: 'Волосся',
  location: 'Поділ',
  source: 'Instagram',
  price: 80_000,
  discount: 5_000,
  bookedDay: '2026-02-20',
  bookedBy: 'онлайн',
}
const COLOUR: TestLine = { ...CUT, service: 'Фарбування', staff: 'Кароліна', price: null, discount: 0 }
const WALK_IN: TestLine = { client: null, day: '2026-03-02', price: 1_000, product: true }
const CANCELLED: TestLine = { client: 'ira', day: '2026-03-05', status: 'cancelled', cancelledDay: '2026-03-04' }

async function store(scope: WorkspaceScope, book: ParsedBook, importId: number) {
  const sum = { created: 0, updated: 0, unchanged: 0, clientsCreated: 0 }
  await storeBook(scope, bookable(book), {
    importId,
    onStep: async (_, step: StoreStep) => {
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += step[key]
    },
  })
  return sum
}

const storedRows = ({ db, workspaceId }: WorkspaceScope) =>
  rowsOf(db, sql`SELECT * FROM appointment_lines WHERE workspace_id = ${workspaceId} ORDER BY appointment_id, position`)

describeStores('storing a book', (fresh) => {
  const firstScope = async () => newScope(await fresh())

  test('loads as the columns it was stored from', async () => {
    const scope = await firstScope()
    const book = bookOf([CUT, CANCELLED, WALK_IN, COLOUR])
    expect(await store(scope, book, 1)).toEqual({ created: 3, updated: 0, unchanged: 0, clientsCreated: 2 })

    const { lines, clientIds } = await loadLineTable(scope)
    expect(lines).toEqual(book.lines)
    expect([...clientIds]).toEqual([1, 2])
  })

  test('loads an empty book', async () => {
    const { lines, clientIds } = await loadLineTable(await firstScope())
    expect(lines).toEqual(bookOf([]).lines)
    expect(clientIds).toHaveLength(0)
  })

  test('changes nothing for the same book again', async () => {
    const scope = await firstScope()
    await store(scope, bookOf([CUT, COLOUR, WALK_IN, CANCELLED]), 1)
    const before = await storedRows(scope)
    expect(await store(scope, bookOf([CANCELLED, CUT, COLOUR, WALK_IN]), 2)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 3,
      clientsCreated: 0,
    })
    expect(await storedRows(scope)).toEqual(before)
  })

  test('updates an appointment, drops the lines it no longer has and leaves the others alone', async () => {
    const scope = await firstScope()
    await store(scope, bookOf([CUT, COLOUR, CANCELLED]), 1)
    const dearer = { ...CUT, price: 90_000 }
    expect(await store(scope, bookOf([dearer, { ...CUT, id: 'a2', client: 'nina' }]), 2)).toEqual({
      created: 1,
      updated: 1,
      unchanged: 0,
      clientsCreated: 1,
    })
    const { lines } = await loadLineTable(scope)
    expect([...lines.revenue]).toEqual([Number.NaN, 85_000, 75_000])
    expect([...lines.client]).toEqual([1, 0, 2])
  })

  test('keeps what is known of a client where the newer file is blank', async () => {
    const scope = await firstScope()
    await store(
      scope,
      bookOf([CUT], { olena: { name: 'Олена', phone: '+380501234567', birthday: '1990-03-14', language: 'ru' } }),
      1,
    )
    await store(scope, bookOf([CUT], { olena: { name: 'Олена Коваль', email: 'o@example.com' } }), 2)
    const clients = await rowsOf(
      scope.db,
      sql`SELECT id, name, phone, email, birthday, language, search_text FROM clients`,
    )
    expect(clients).toEqual([
      {
        id: 1,
        name: 'Олена Коваль',
        phone: '+380501234567',
        email: 'o@example.com',
        birthday: '1990-03-14',
        language: 'ru',
        search_text: 'олена коваль\n380501234567\no@example.com',
      },
    ])
  })

  test('keeps the year of a birthday where the newer file has the day alone, and believes it of another day', async () => {
    const scope = await firstScope()
    const told = async (importId: number, birthday: string) => {
      await store(scope, bookOf([CUT], { olena: { birthday } }), importId)
      return (await rowsOf(scope.db, sql`SELECT birthday FROM clients`))[0]
    }
    expect(await told(1, '--03-14')).toEqual({ birthday: '--03-14' })
    expect(await told(2, '1990-03-14')).toEqual({ birthday: '1990-03-14' })
    expect(await told(3, '--03-14')).toEqual({ birthday: '1990-03-14' })
    expect(await told(4, '--03-15')).toEqual({ birthday: '--03-15' })
  })

  test('stores texts no file should have', async () => {
    const scope = await firstScope()
    const odd = { ...CUT, client: `\0${'я'.repeat(3000)}`, service: `😀\0${'x'.repeat(3000)}`, staff: "O'Neill; DROP" }
    await store(scope, bookOf([odd]), 1)
    expect(await store(scope, bookOf([odd]), 2)).toMatchObject({ unchanged: 1, clientsCreated: 0 })
    const { names } = (await loadLineTable(scope)).lines
    expect(names.staff).toEqual(['', "O'Neill; DROP"])
    expect(names.service[1]).toHaveLength(400)
  })

  test('goes on after a stop as if there had been none', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => ({
      ...CUT,
      id: `a${i % 4000}`,
      client: `c${i % 900}`,
      minute: i % 1400,
    }))
    const book = bookOf(rows.map((row, i) => ({ ...row, client: `c${(i % 4000) % 900}` })))
    const [whole, stopped] = [await firstScope(), await firstScope()]
    await store(whole, book, 1)

    let next = 0
    let steps = 0
    const run = (limit: number) =>
      storeBook(stopped, bookable(book), {
        importId: 1,
        from: next,
        onStep: async (_, step) => {
          if (++steps > limit) throw new Error('stop')
          next = step.next
        },
      })
    await expect(run(3)).rejects.toThrow('stop')
    expect(next).toBeGreaterThan(0)
    steps = 0
    await run(Number.POSITIVE_INFINITY)
    const anyWorkspace = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), workspace_id: '' }))
    expect(anyWorkspace(await storedRows(stopped))).toEqual(anyWorkspace(await storedRows(whole)))
  })

  test('keeps workspaces apart', async () => {
    const database = await fresh()
    const [first, second] = [await newScope(database), await newScope(database)]
    await store(first, bookOf([CUT]), 1)
    await store(second, bookOf([{ ...CUT, price: 1 }, CANCELLED]), 1)
    expect([...(await loadLineTable(first)).lines.revenue]).toEqual([75_000])
    expect((await loadLineTable(second)).lines).toEqual(bookOf([{ ...CUT, price: 1 }, CANCELLED]).lines)
  })
})
