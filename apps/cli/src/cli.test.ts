import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const BIN = join(import.meta.dirname, '../bin/comeback.mjs')
let folder: string
let demo: string

interface Run {
  code: number
  out: string
  err: string
}

function comeback(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: folder, maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

async function json(...args: string[]) {
  const { code, out, err } = await comeback(...args, '--json')
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-cli-'))
  demo = join(folder, 'demo.csv')
  const { code, out } = await comeback('demo', '--out', demo)
  expect([code, out]).toEqual([0, expect.stringContaining(demo)])
})

afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('report prints exactly the documented JSON', async () => {
  const report = await json('report', demo, '--base', '2025-12', '--return', 'next', '--by', 'staff')
  expect(Object.keys(report)).toEqual([
    'asOf',
    'base',
    'rule',
    'closesOn',
    'over',
    'mayNotBeNew',
    'by',
    'total',
    'rows',
  ])
  expect(report).toMatchObject({
    asOf: '2026-04-05',
    base: { from: '2025-12-01', to: '2025-12-31' },
    rule: { kind: 'period', from: '2026-01-01', to: '2026-01-31' },
    closesOn: '2026-01-31',
    over: true,
    by: 'staff',
  })
  const outcomes = ['served', 'returned', 'open', 'missed', 'outside', 'booked', 'lost', 'rate']
  const intervals = ['rateLow', 'rateHigh', 'returnedSame', 'rateSame', 'visits', 'revenue', 'averageTicket', 'new']
  for (const row of [report.total, ...report.rows]) {
    expect(Object.keys(row)).toEqual(['key', ...outcomes, ...intervals])
    expect(Object.keys(row.new)).toEqual(outcomes)
  }
  expect(report.total.key).toBeNull()
  const rate = (key: string) => report.rows.find((row: { key: string }) => row.key === key).rate
  expect([rate('Кароліна'), rate('Марта')]).toEqual([6 / 31, 26 / 31])
})

test('a window rule, filters and an as-of date in the past are understood', async () => {
  const args = ['report', demo, '--base', '2025-11-01..2025-11-30', '--return', '60d', '--by', 'service']
  const report = await json(...args, '--filter', 'staff=Марта', '--filter', 'staff=Кароліна', '--as-of', '2025-12-10')
  expect(report).toMatchObject({
    asOf: '2025-12-10',
    rule: { kind: 'window', days: 60 },
    closesOn: '2026-01-29',
    over: false,
  })
  expect(report.total).toMatchObject({ rate: null, rateLow: null, missed: 0 })
  expect(report.total.open).toBeGreaterThan(0)
})

test('lost prints exactly the documented JSON, sorted by client', async () => {
  const lost = await json('lost', demo, '--base', '2025-Q4', '--return', 'next')
  expect(Object.keys(lost)).toEqual(['asOf', 'base', 'rule', 'clients'])
  expect(lost.clients).toHaveLength(222)
  const fields = [
    'client',
    'lastVisit',
    'daysSince',
    'staff',
    'service',
    'visits',
    'revenue',
    'expectedGap',
    'overdue',
    'state',
  ]
  for (const client of lost.clients) expect(Object.keys(client)).toEqual(fields)
  const keys = lost.clients.map((each: { client: string }) => each.client)
  expect(keys).toEqual([...keys].sort())
})

test('curve prints exactly the documented JSON', async () => {
  const curve = await json('curve', demo, '--base', '2025-12', '--by', 'staff')
  expect(Object.keys(curve)).toEqual(['exactUpTo', 'groups', 'logRank'])
  expect(Object.keys(curve.logRank)).toEqual(['chi2', 'df', 'p'])
  expect(curve.exactUpTo).toBe(95)
  for (const group of curve.groups) {
    expect(Object.keys(group)).toEqual(['key', 'n', 'events', 'median', 'points'])
    for (const point of group.points)
      expect(Object.keys(point)).toEqual(['t', 'atRisk', 'events', 'censored', 'returned', 'low', 'high'])
  }
  const all = await json('curve', demo, '--base', '2025-12')
  expect(all).toMatchObject({ groups: [{ key: null }], logRank: null })
  // Everybody is in one group only.
  expect(curve.groups.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(all.groups[0].n)
  const byMonth = await json('curve', demo, '--base', '2025-12', '--by', 'firstMonth')
  expect(byMonth.groups.map(({ key }: { key: string }) => key)).toContain('2025-12')
  const first = await json('curve', demo, '--base', '2025-12', '--first', '--filter', 'newness=new')
  expect(first.groups[0].n).toBe((await json('curve', demo, '--base', '2025-12', '--first')).groups[0].n)
})

test('cohorts prints exactly the documented JSON', async () => {
  const { cohorts, ...rest } = await json('cohorts', demo, '--as-of', '2026-03-31')
  expect(rest).toEqual({})
  expect(cohorts[0]).toMatchObject({ month: '2023-04', mayNotBeNew: true })
  for (const cohort of cohorts) {
    expect(Object.keys(cohort)).toEqual(['month', 'size', 'mayNotBeNew', 'cells'])
    for (const cell of cohort.cells) expect(Object.keys(cell)).toEqual(['k', 'share', 'clients', 'partial'])
    expect(cohort.cells[0]).toMatchObject({ k: 0, share: 1, clients: cohort.size, partial: false })
  }
})

test('rebooking prints exactly the documented JSON', async () => {
  const staff = await json('rebooking', demo, '--base', '2025-12', '--by', 'staff')
  const all = await json('rebooking', demo, '--base', '2025-12')
  expect(all).toEqual({ total: staff.total, rows: [] })
  const rates = ['rate', 'rateLow', 'rateHigh', 'rebookedSame', 'rateSame', 'kept', 'keptRate']
  for (const row of [staff.total, ...staff.rows])
    expect(Object.keys(row)).toEqual(['key', 'visits', 'rebooked', ...rates])
  expect(all.total).toMatchObject({ key: null, rebookedSame: null, rateSame: null })
  const days = await json('rebooking', demo, '--base', '2025-12', '--by', 'weekday')
  expect(days.rows.map((row: { key: string }) => row.key)).toContain('friday')
  const { rows } = await json('rebooking', demo, '--base', '2025-12', '--by', 'bookedBy')
  expect(rows.map((row: { key: string; visits: number }) => [row.key, row.visits])).toEqual([
    ['Майстер', all.total.visits],
    ['Адміністратор', all.total.visits],
  ])
  const path = file('walk-ins.csv', 'client_id,starts_at\nA,2025-12-05\nB,2025-12-06\n')
  expect(await json('rebooking', path, '--base', '2025-12')).toEqual({ reason: 'noBookedAt' })
})

test('without --json it prints tables for people', async () => {
  const { out } = await comeback('report', demo, '--base', '2025-12', '--return', 'next', '--by', 'staff')
  expect(out).toMatch(/Кароліна +31 +6 +0 .*19\.4 %/)
  expect(out).toContain('rows do not add up')
  expect((await comeback('lost', demo, '--base', '2025-Q4', '--return', 'next')).out).toContain(
    '222 lost as of 2026-04-05',
  )
  expect((await comeback('curve', demo, '--base', '2025-12', '--by', 'staff')).out).toMatch(/Марта +\d+ +\d+ days/)
  expect((await comeback('cohorts', demo)).out).toMatch(/2026-04 +\d+ +100 %\*/)
  expect((await comeback('rebooking', demo, '--base', '2025-12')).out).toMatch(/total +\d+ +\d+ +\d+\.\d %/)
})

test('rows that cannot be used are counted and listed beside the file', async () => {
  const path = file(
    'some.csv',
    'client_id,starts_at,price\nA,2025-01-05,100\nB,2025-02-31,100\nC,2025-01-07,abc\nA,2025-02-03,100\n',
  )
  const { code, out, err } = await comeback('report', path, '--base', '2025-01', '--return', 'next', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out).total).toMatchObject({ served: 1, returned: 1 })
  expect(err).toContain('2 of 4 rows')
  const rejects = readFileSync(`${path}.rejects.csv`, 'utf8')
  expect(rejects).toContain('2025-02-31')
  expect(rejects).toContain('abc')
})

test('a clean file leaves no list of rejects', async () => {
  expect(existsSync(`${demo}.rejects.csv`)).toBe(false)
})

test.each([
  ['a base that is none', ['report', 'demo.csv', '--base', '2025-13', '--return', 'next'], '--base 2025-13'],
  ['no base', ['report', 'demo.csv', '--return', 'next'], '--base'],
  ['a rule that is none', ['report', 'demo.csv', '--base', '2025-12', '--return', 'soon'], '--return soon'],
  [
    'a return before the base ends',
    ['report', 'demo.csv', '--base', '2025-12', '--return', '2025-12-20..2026-01-20'],
    'after the base period',
  ],
  ['an unknown grouping', ['report', 'demo.csv', '--base', '2025-12', '--return', 'next', '--by', 'moon'], '--by moon'],
  [
    'an unknown filter',
    ['lost', 'demo.csv', '--base', '2025-12', '--return', 'next', '--filter', 'moon=full'],
    '--filter moon=full',
  ],
  [
    'a date that does not exist',
    ['report', 'demo.csv', '--base', '2025-12', '--return', 'next', '--as-of', '2026-02-30'],
    '--as-of',
  ],
  [
    'a zone that does not exist',
    ['report', 'demo.csv', '--base', '2025-12', '--return', 'next', '--tz', 'Mars/Phobos'],
    '--tz',
  ],
  [
    'a currency that does not exist',
    ['report', 'demo.csv', '--base', '2025-12', '--return', 'next', '--currency', 'ZZ'],
    'currency',
  ],
  ['a file that is not there', ['report', 'nowhere.csv', '--base', '2025-12', '--return', 'next'], 'nowhere.csv'],
  ['a filter of cohorts', ['cohorts', 'demo.csv', '--filter', 'staff=Марта'], '--filter'],
  ['a curve by weekday', ['curve', 'demo.csv', '--base', '2025-12', '--by', 'weekday'], '--by weekday'],
  ['an unknown command', ['predict', 'demo.csv'], 'predict'],
])('exits with 2 and one clear line for %s', async (_, args, said) => {
  const { code, out, err } = await comeback(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(said)
  expect(err).not.toContain('    at ')
})

test('an unreadable file is named with what to do', async () => {
  const { code, err } = await comeback('report', file('empty.csv', ''), '--base', '2025-12', '--return', 'next')
  expect(code).toBe(2)
  expect(err).toContain('empty.csv')
})
