import { beforeAll, expect, test } from 'vitest'
import { describeStores, newScope } from './database/testing.ts'
import { loadDemo } from './demo/index.ts'
import { apiOf } from './testing.ts'

const DECEMBER = 'base=2025-12&return=next'

describeStores('analyses of the demo salon', (_fresh, _empty, shared) => {
  let api: ReturnType<typeof apiOf>
  let empty: ReturnType<typeof apiOf>

  beforeAll(async () => {
    const store = await shared()
    const scope = await newScope(store)
    await loadDemo(scope)
    api = apiOf(scope)
    empty = apiOf(await newScope(store))
  })

  test('a return curve starts where the report does and rises', async () => {
    const { total } = (await api.get(`/reports/retention?${DECEMBER}`)).body
    const { groups, exactUpTo } = (await api.get('/reports/curve?base=2025-12')).body
    expect(groups).toHaveLength(1)
    expect(groups[0].n).toBe(total.served)
    expect(exactUpTo).toBe(95)
    const shares = groups[0].points.map((point: { returned: number }) => point.returned)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(groups[0].median).toBeGreaterThan(14)
    const byMaster = (await api.get('/reports/curve?base=2025-12&by=staff')).body
    expect(byMaster.groups.reduce((sum: number, group: { n: number }) => sum + group.n, 0)).toBe(total.served)
    expect(byMaster.logRank.p).toBeLessThan(0.001)
  })

  test('cohorts hold every client once and end with the month of the as-of date', async () => {
    const { counts } = (await api.get('/workspace')).body
    const { cohorts } = (await api.get('/reports/cohorts')).body
    const sizes = cohorts.map((cohort: { size: number }) => cohort.size)
    expect(sizes.reduce((sum: number, size: number) => sum + size, 0)).toBeLessThanOrEqual(counts.clients)
    expect(cohorts[0]).toMatchObject({ month: '2023-04', mayNotBeNew: true })
    for (const { cells, size } of cohorts) {
      expect(cells[0]).toMatchObject({ k: 0, share: 1, clients: size })
      expect(cells.at(-1).partial).toBe(true)
    }
    const past = (await api.get('/reports/cohorts?asOf=2025-06-30')).body.cohorts
    expect(past.at(-1).cells.at(-1)).toMatchObject({ k: 0, partial: false })
  })

  test('masters differ in how many of their clients leave with the next appointment', async () => {
    const { total, rows } = (await api.get('/reports/rebooking?base=2025-07-01..2025-12-31&by=staff')).body
    const rate = (key: string) => rows.find((row: { key: string }) => row.key === key).rate
    expect(rate('Марта')).toBeGreaterThan(total.rate)
    expect(rate('Кароліна')).toBeLessThan(total.rate)
    const days = (await api.get('/reports/rebooking?base=2025-12&by=weekday')).body.rows
    expect(days.map((row: { key: string }) => row.key)).toContain('friday')
    const bookers = (await api.get('/reports/rebooking?base=2025-12&by=bookedBy')).body
    expect(bookers.rows.map((row: { key: string }) => row.key)).toContain('Майстер')
    const rebooked = bookers.rows.reduce((sum: number, row: { rebooked: number }) => sum + row.rebooked, 0)
    expect(rebooked).toBe(bookers.total.rebooked)
    expect((await api.get('/workspace')).body.dimensions.bookers).toEqual(['Адміністратор', 'Майстер', 'Онлайн'])
  })

  test('the numbers of the rebooking rate open into their clients, on the page and as a file', async () => {
    const people = async (query: string) =>
      (await api.get(`/reports/rebooking/people?base=2025-12&limit=1000&${query}`)).body
    const { total } = (await api.get('/reports/rebooking?base=2025-12')).body
    const left = await people('')
    expect(left.total).toBe(left.rows.length)
    expect(left.total).toBeLessThanOrEqual(total.visits - total.rebooked)
    const keys = async (query: string) => (await people(query)).rows.map(({ key }: { key: string }) => key)
    const [all, rebooked, without] = [await keys('count=visits'), await keys('count=rebooked'), await keys('')]
    expect(new Set([...rebooked, ...without])).toEqual(new Set(all))
    const martas = await keys('count=rebookedSame&by=staff&group=Марта')
    expect(martas.length).toBeGreaterThan(0)
    expect(await keys('count=rebooked&by=staff&group=Марта')).toEqual(expect.arrayContaining(martas))
    const file = await (await api.app.request('/exports/rebooking/people?base=2025-12&columns=name')).text()
    expect(file.trim().split('\r\n')).toHaveLength(1 + left.total)
  })

  test('base health has a month for each of the data', async () => {
    const { months } = (await api.get('/reports/health')).body
    expect(months).toHaveLength(37)
    expect(months.at(-1)).toMatchObject({ month: '2026-04', partial: true, firstVisitRetention: null })
    const december = months.find((month: { month: string }) => month.month === '2025-12')
    const { total } = (await api.get(`/reports/retention?${DECEMBER}`)).body
    expect(december).toMatchObject({ served: total.served, new: total.new.served })
    expect(december.cancelledShare).toBeGreaterThan(0.02)
  })

  test('masters are compared fairly once the time is over', async () => {
    const { rows } = (await api.get(`/reports/comparison?${DECEMBER}`)).body
    const row = (key: string) => rows.find((each: { key: string }) => each.key === key)
    expect(row('Кароліна').verdict).toMatch(/ow$/)
    expect(row('Кароліна').expected).toBeGreaterThan(row('Кароліна').rate)
    const kinds = (field: string) => row('Кароліна').strata.reduce((sum: number, each: never) => sum + each[field], 0)
    expect([kinds('served'), kinds('returned')]).toEqual([row('Кароліна').served, row('Кароліна').returned])
    expect((await api.get('/reports/comparison?base=2026-03&return=next')).body).toEqual({ reason: 'notOver' })
  })

  test('the months and the rebooking rate come as files', async () => {
    const csv = async (path: string) => {
      const [header, ...rows] = (await (await api.app.request(path)).text()).trim().split('\r\n')
      return { header: header!.split(','), rows: rows.map((row) => row.split(',')) }
    }
    const { months } = (await api.get('/reports/health')).body
    const health = await csv('/exports/health?months=12&lang=en')
    expect(health.header.slice(0, 3)).toEqual(['Month', 'Served', 'New'])
    expect(health.rows.map((row) => [row[0], Number(row[1])])).toEqual(
      months.slice(-12).map((month: { month: string; served: number }) => [month.month, month.served]),
    )
    expect(health.rows.map((row) => row.at(-1))).toEqual([...Array(11).fill('yes'), 'not yet'])
    const { total } = (await api.get('/reports/rebooking?base=2025-12')).body
    const days = await csv('/exports/rebooking?base=2025-12&by=weekday&lang=uk')
    expect(days.rows.map(([day]) => day)).toContain('п’ятниця')
    expect(days.rows.at(-1)!.slice(0, 3)).toEqual(['Разом', `${total.visits}`, `${total.rebooked}`])
  })

  test('every cell of the flows opens as many people as it says', async () => {
    const { rows } = (await api.get(`/reports/flows?${DECEMBER}`)).body
    const people = async (query: Record<string, string>) =>
      (await api.get(`/reports/people?${DECEMBER}&limit=1&${new URLSearchParams(query)}`)).body.total
    for (const { staff, to, ...counts } of rows) {
      for (const outcome of ['stayed', 'moved', 'missed', 'open'])
        expect(await people({ outcome, anchorStaff: staff })).toBe(counts[outcome])
      for (const next of to)
        expect(await people({ outcome: 'returned', anchorStaff: staff, nextStaff: next.staff })).toBe(next.clients)
    }
  })

  test('other tools print other numbers', async () => {
    const { tools } = (await api.get(`/reports/other-tools?${DECEMBER}`)).body
    expect(tools).toHaveLength(8)
    const { total } = (await api.get(`/reports/retention?${DECEMBER}`)).body
    for (const tool of tools) expect(tool.ours).toBe(total.rate)
    const dikidi = tools.find((tool: { preset: string }) => tool.preset === 'dikidi')
    expect([dikidi.numerator, dikidi.denominator]).toEqual([total.returned, total.served])
  })

  test('the quality of the data is told with the rate it would have without what is doubtful', async () => {
    const { headline, clients, asOf } = (await api.get('/quality')).body
    expect({ asOf, clients }).toEqual({
      asOf: '2026-04-05',
      clients: (await api.get('/workspace')).body.counts.clients,
    })
    const { total } = (await api.get(`/reports/retention?base=${headline.month}&return=next`)).body
    expect(headline).toMatchObject({
      month: '2026-02',
      served: total.served,
      returned: total.returned,
      rate: total.rate,
    })
    expect(headline.effects.map(({ kind }: { kind: string }) => kind)).toContain('probableDuplicates')
    for (const { count, rate } of headline.effects) {
      expect(count).toBeGreaterThan(0)
      expect(Math.abs(rate - total.rate)).toBeLessThan(0.05)
    }
    expect((await empty.get('/quality')).body.error.code).toBe('noData')
  })

  test('name the parameter at fault, and say when there is no data', async () => {
    const code = async (path: string) => (await api.get(path)).body.error.code
    expect(await code('/reports/curve?base=soon')).toBe('badBase')
    expect(await code('/reports/cohorts?asOf=2025-02-30')).toBe('badAsOf')
    expect(await code('/reports/rebooking?base=2025-12&by=moon')).toBe('badRequest')
    for (const path of ['curve?base=2025-12', 'cohorts', 'health', `comparison?${DECEMBER}`, `other-tools?${DECEMBER}`])
      expect((await empty.get(`/reports/${path}`)).body.error.code).toBe('noData')
  })
})
