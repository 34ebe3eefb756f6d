import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { bookable, showImport, storeBook } from './book/index.ts'
import { bookOf } from './book/testing.ts'
import { describeStores, newScope } from './database/testing.ts'
import { loadDemo } from './demo/index.ts'
import { apiOf } from './testing.ts'

const DECEMBER = 'base=2025-12&return=next'
const KAROLINA = encodeURIComponent('Кароліна')

describeStores('reports of the demo salon', (_fresh, _empty, shared) => {
  let api: ReturnType<typeof apiOf>
  let store: Awaited<ReturnType<typeof shared>>

  beforeAll(async () => {
    store = await shared()
    const scope = await newScope(store)
    await loadDemo(scope)
    api = apiOf(scope)
  })

  test('tell the three stories', async () => {
    const { body: december } = await api.get(`/reports/retention?${DECEMBER}&by=staff`)
    const row = (body: { rows: { key: string }[] }, key: string) => body.rows.find((each) => each.key === key)
    expect(december).toMatchObject({ asOf: '2026-04-05', over: true, closesOn: '2026-01-31', mayNotBeNew: false })
    expect(row(december, 'Кароліна')).toMatchObject({ served: 31, returned: 6, missed: 25, rate: 6 / 31 })
    expect(row(december, 'Марта')).toMatchObject({ served: 31, returned: 26, missed: 5, rate: 26 / 31 })
    const { body: november } = await api.get('/reports/retention?base=2025-11&return=60d&by=service')
    expect(row(november, 'Нарощування вій')).toMatchObject({ rate: 0.6 })
    expect(row(november, 'Манікюр')).toMatchObject({ rate: 0.2 })
    const { body: quarter } = await api.get('/reports/retention?base=2025-Q4&return=next')
    expect(quarter.total.lost).toBe(222)
    expect(quarter.rows).toEqual([])
  })

  test('compare with the period before under the same rule', async () => {
    const { body } = await api.get(`/reports/retention?${DECEMBER}`)
    expect(body.previous).toMatchObject({
      base: { from: '2025-11-01', to: '2025-11-30' },
      rule: { kind: 'period', from: '2025-12-01', to: '2025-12-31' },
      over: true,
    })
    const { difference, low, high } = body.previous.change
    expect(difference).toBeCloseTo(body.total.rate - body.previous.total.rate, 12)
    expect(low).toBeLessThan(difference)
    expect(high).toBeGreaterThan(difference)
  })

  test('say how far the data is behind, and files name its last day', async () => {
    const { asOf, daysBehind } = (await api.get('/workspace')).body
    expect(asOf).toBe('2026-04-05')
    expect(daysBehind).toBe(231)
    for (const path of ['/exports/clients', `/exports/report?${DECEMBER}&by=staff`, `/exports/people?${DECEMBER}`]) {
      const { headers } = await api.app.request(path)
      expect(headers.get('content-disposition')).toMatch(/as-of-2026-04-05\.csv"/)
    }
    const past = await api.app.request(`/exports/people?${DECEMBER}&asOf=2026-02-01`)
    expect(past.headers.get('content-disposition')).toContain('as-of-2026-02-01')
  })

  test('show no rate while the time is not over', async () => {
    const { body } = await api.get('/reports/retention?base=2026-03&return=next&by=staff')
    expect(body).toMatchObject({ over: false, closesOn: '2026-04-30' })
    for (const row of [body.total, ...body.rows])
      expect([row.rate, row.rateLow, row.rateSame, row.new.rate]).toEqual([null, null, null, null])
    expect(body.total.open).toBeGreaterThan(0)
    expect(body.previous.change).toBeNull()
  })

  test('open every number into its people', async () => {
    const { body: report } = await api.get(`/reports/retention?${DECEMBER}&by=staff`)
    const karolina = report.rows.find((row: { key: string }) => row.key === 'Кароліна')
    for (const outcome of ['served', 'returned', 'missed', 'lost', 'outside', 'booked', 'open', 'returnedSame']) {
      const { body } = await api.get(
        `/reports/people?${DECEMBER}&by=staff&group=${KAROLINA}&outcome=${outcome}&limit=1000`,
      )
      expect([outcome, body.total, body.rows.length]).toEqual([outcome, karolina[outcome], karolina[outcome]])
    }
    const { body: fresh } = await api.get(
      `/reports/people?${DECEMBER}&by=staff&group=${KAROLINA}&outcome=lost&newOnly=true`,
    )
    expect(fresh.total).toBe(karolina.new.lost)
    expect(fresh.rows.every((row: { isNew: boolean }) => row.isNew)).toBe(true)
  })

  test('sort, search and page the lost list', async () => {
    const all = (await api.get('/reports/people?base=2025-Q4&return=next&sort=revenue&desc=true&limit=1000')).body
    expect(all.total).toBe(222)
    const spent = all.rows
      .map((row: { revenue: number | null }) => row.revenue)
      .filter((each: number | null) => each !== null)
    expect(spent).toEqual([...spent].sort((a, b) => b - a))
    for (const sort of ['revenue', 'name', 'overdue', 'staff', 'lastVisit']) {
      const list = `/reports/people?base=2025-Q4&return=next&sort=${sort}&desc=true`
      const whole = (await api.get(`${list}&limit=1000`)).body
      // the forecast of a row may be fitted between two pages
      const idsOf = ({ rows }: typeof whole) => rows.map((row: { id: number }) => row.id)
      const ids: number[] = []
      for (let next: string | null = ''; next !== null; ) {
        const page: typeof whole = (await api.get(`${list}&limit=70${next && `&cursor=${next}`}`)).body
        ids.push(...idsOf(page))
        next = page.next
      }
      expect([sort, ids]).toEqual([sort, idsOf(whole)])
    }
    const { name, phone, id } = all.rows.find((row: { phone: string }) => row.phone !== '')
    const ids = async (search: string) =>
      (await api.get(`/reports/people?base=2025-Q4&return=next&search=${encodeURIComponent(search)}`)).body.rows.map(
        (row: { id: number }) => row.id,
      )
    expect(await ids(name.toUpperCase())).toContain(id)
    expect(await ids(`0${phone.slice(4, 6)} ${phone.slice(6, 9)}-${phone.slice(9)}`)).toEqual([id])
    expect(await ids('nobody of this name')).toEqual([])
  })

  test('show a client with every appointment', async () => {
    const { rows } = (await api.get('/clients?sort=visits&desc=true&limit=1')).body
    const { body } = await api.get(`/clients/${rows[0].id}`)
    expect(body.client).toMatchObject({ id: rows[0].id, name: rows[0].name, visits: rows[0].visits })
    expect(body.visitDays).toHaveLength(rows[0].visits)
    expect(body.visitDays.at(-1)).toBe(rows[0].lastVisit)
    const days = body.appointments.map((each: { day: string }) => each.day)
    expect(days).toEqual([...days].sort().reverse())
    expect(new Set(days)).toEqual(new Set([...days, ...body.visitDays]))
  })

  test('let flows add up to the report', async () => {
    const { body: report } = await api.get(`/reports/retention?${DECEMBER}`)
    const { body } = await api.get(`/reports/flows?${DECEMBER}`)
    const sum = (of: (row: Record<string, number>) => number) =>
      body.rows.reduce((total: number, row: Record<string, number>) => total + of(row), 0)
    expect(sum((row) => row.stayed! + row.moved!)).toBe(report.total.returned)
    expect(sum((row) => row.missed!)).toBe(report.total.missed)
  })

  test('write the lost list and the report to files', async () => {
    const csv = await api.app.request(
      '/exports/people?base=2025-Q4&return=next&lang=uk&columns=name,phone,lastVisit,revenue',
    )
    expect(csv.headers.get('content-disposition')).toBe(
      'attachment; filename="clients-lost-2025-Q4-as-of-2026-04-05.csv"',
    )
    const text = await csv.text()
    const rows = Papa.parse<string[]>(text.replace(/^\uFEFF/, '')).data
    expect(rows[0]).toEqual(['Клієнт', 'Телефон', 'Останній візит', 'Виручка'])
    expect(rows).toHaveLength(223)
    expect(rows.some((row) => row[1]!.startsWith('+380'))).toBe(true)
    const xlsx = await api.app.request(`/exports/report?${DECEMBER}&by=staff&format=xlsx&lang=en`)
    const [sheet] = await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()))
    const table = (sheet as unknown as { data: unknown[][] }).data
    expect(table[0]!.slice(0, 3)).toEqual(['Group', 'Served', 'Returned'])
    expect(table.find((row) => row[0] === 'Кароліна')!.slice(1, 3)).toEqual([31, 6])
    expect(table.at(-1)![0]).toBe('Total')
  })

  test('name the parameter at fault', async () => {
    const code = async (path: string) => {
      const { status, body } = await api.get(path)
      return [status, body.error.code, body.error.details.field ?? body.error.details.value]
    }
    expect(await code('/reports/retention?base=2025-13&return=next')).toEqual([400, 'badBase', 'base'])
    expect(await code('/reports/retention?base=2025-12&return=soon')).toEqual([400, 'badReturn', 'return'])
    expect(await code('/reports/retention?base=2025-12&return=2025-12-15..2026-01-15')).toEqual([
      400,
      'returnBeforeBaseEnds',
      'return',
    ])
    expect(await code(`/reports/retention?${DECEMBER}&asOf=2026-02-30`)).toEqual([400, 'badAsOf', 'asOf'])
    expect(await code(`/reports/retention?${DECEMBER}&filter=colour:red`)).toEqual([400, 'badFilter', 'filter'])
    expect(await code(`/reports/retention?${DECEMBER}&by=moon`)).toEqual([400, 'badRequest', 'by'])
    expect(await code('/clients/999999')).toEqual([404, 'clientNotFound', '999999'])
  })

  test('keep workspaces apart', async () => {
    const stranger = apiOf(await newScope(store))
    expect((await stranger.get(`/reports/retention?${DECEMBER}`)).body.error.code).toBe('noData')
    expect((await stranger.get('/clients/1')).body.error.code).toBe('noData')
    expect((await stranger.get('/workspace')).body.counts).toEqual({ clients: 0, appointments: 0, lines: 0, visits: 0 })
  })

  test('follow the data when it changes', async () => {
    const scope = await newScope(store)
    const own = apiOf(scope)
    const day = (text: string, client: string) => ({ client, day: text, status: 'completed' as const, price: 50_000 })
    await storeBook(
      scope,
      bookable(bookOf([day('2026-01-10', 'ira'), day('2026-02-10', 'ira')], { ira: { name: '=1+2' } })),
      { importId: 1 },
    )
    await showImport(scope, 1)
    expect((await own.get('/reports/retention?base=2026-01&return=next')).body.total).toMatchObject({
      served: 1,
      returned: 1,
    })
    await storeBook(scope, bookable(bookOf([day('2026-01-11', 'nina'), day('2026-03-01', 'nina')])), { importId: 2 })
    await showImport(scope, 2)
    expect((await own.get('/reports/retention?base=2026-01&return=next')).body.total).toMatchObject({
      served: 2,
      returned: 1,
    })
    const csv = await (await own.app.request('/exports/clients?columns=name')).text()
    expect(csv).toContain("'=1+2")
  })
})
