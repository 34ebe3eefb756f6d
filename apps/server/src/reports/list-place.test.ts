import { expect, test } from 'vitest'
import { bookable, showImport, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { apiOf } from '../testing.ts'

describeStores('the pages of a list', (fresh) => {
  test('stay in step while clients come in, leave no name open, and are of one order', async () => {
    const scope = await newScope(await fresh())
    const store = async (importId: number, names: string[], day: string) => {
      const rows = names.map((client) => ({ client, day, staff: 'М' }))
      const book = bookOf(rows, Object.fromEntries(names.map((name) => [name, { name }])))
      await storeBook(scope, bookable(book), { importId, from: 0, onStep: async () => {} })
      await showImport(scope, importId)
    }
    await store(1, ['Анна', 'Віра', 'Ганна', 'Зоя', 'Інна'], '2026-01-05')
    const { app, get } = apiOf(scope)
    const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name)
    const first = await app.request('/clients?sort=name&limit=2')
    const { next, ...page } = (await first.json()) as { next: string; rows: { name: string }[] }
    expect(names(page)).toEqual(['Анна', 'Віра'])
    expect(first.headers.get('link')).toBe(`</clients?sort=name&limit=2&cursor=${next}>; rel="next"`)
    expect(Buffer.from(next, 'base64url').toString()).not.toContain('Віра')

    // one before and one after the place reached, later than the day the first page was of
    await store(2, ['Борис', 'Дарія'], '2026-02-01')
    const second = (await get(`/clients?sort=name&limit=2&cursor=${next}`)).body
    expect(names(second)).toEqual(['Ганна', 'Зоя'])
    const third = (await get(`/clients?sort=name&limit=2&cursor=${second.next}`)).body
    expect([names(third), third.next]).toEqual([['Інна'], null])
    expect(third.total).toBe(5)

    const wrong = ['/clients?sort=visits', '/clients?sort=name&desc=true', '/reports/people?base=2026-01&return=60d']
    for (const path of wrong) {
      const { status, body } = await get(`${path}&cursor=${next}`)
      expect([path, status, body.error.code]).toEqual([path, 400, 'badCursor'])
    }
  })
})
