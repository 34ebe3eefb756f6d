import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const BIN = join(import.meta.dirname, '../bin/comeback.mjs')
const folder = mkdtempSync(join(tmpdir(), 'comeback-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

function comeback(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

const VISITS = [
  'Hour;When;Guest;What;State',
  '10:30;03/04/2025;Olena;Manicure;Approved',
  '11:30;03/05/2025;olena ;Manicure;Completed',
  '12:30;03/06/2025;Iryna;Pedicure;Approved',
]
writeFileSync(join(folder, 'visits.csv'), VISITS.join('\n'))
const BY_HAND = ['--map', 'starts_at=When', '--map', 'time=Hour', '--map', 'client_name=Guest', '--map', 'status=State']
const SAID = [...BY_HAND, '--date-order', 'mdy', '--join-by', 'name', '--status', 'Approved=completed']

test('inspect --json prints exactly what a file is taken for', async () => {
  const { code, out, err } = await comeback('inspect', 'visits.csv', ...BY_HAND, '--join-by', 'name', '--json')
  expect([code, err]).toEqual([0, ''])
  const { columns, doubts, statuses, ...rest } = JSON.parse(out)
  expect(Object.keys(JSON.parse(out))).toEqual([
    ...['rows', 'encoding', 'delimiter', 'dateOrder', 'columns', 'statuses', 'doubts'],
  ])
  expect(rest).toEqual({ rows: 3, encoding: 'utf8', delimiter: ';', dateOrder: 'dmy' })
  expect(columns).toEqual([
    { header: 'Hour', field: 'time' },
    { header: 'When', field: 'starts_at' },
    { header: 'Guest', field: 'client_name' },
    { header: 'What', field: null },
    { header: 'State', field: 'status' },
  ])
  expect(statuses).toEqual([
    { word: 'Approved', status: null, rows: 2 },
    { word: 'Completed', status: 'completed', rows: 1 },
  ])
  const said = doubts.join('\n')
  for (const part of ['--date-order mdy', 'namesakes', '--status "Approved=completed"', '2 of 3 rows']) {
    expect(said).toContain(part)
  }
})

test('inspect says what is missing and how to name it, for people', async () => {
  const { code, out } = await comeback('inspect', 'visits.csv')
  expect(code).toBe(0)
  expect(out).toContain('visits.csv: 3 rows, utf8')
  expect(out).toContain('--map client_id="Column"')
})

test('a report takes the same flags, and says in one line on stderr what was taken for what', async () => {
  const report = ['report', 'visits.csv', '--base', '2025-03', '--return', '60d', ...SAID]
  const { code, out, err } = await comeback(...report)
  expect(code).toBe(0)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toContain('time=“Hour”, starts_at=“When”, client_name=“Guest”, status=“State”; not used: “What”')
  expect(err).toContain('joined by name (doubtful)')
  expect(out).toMatch(/total +2 /)
  const json = await comeback(...report, '--json')
  expect(json.err).toBe('')
  expect(JSON.parse(json.out).total.served).toBe(2)
})

test('a file of which no row can be used is refused with the commonest reason', async () => {
  writeFileSync(join(folder, 'bad.csv'), 'client_id,starts_at\nc1,soon\nc2,later\nc3,\n')
  const { code, err } = await comeback('report', 'bad.csv', '--base', '2025-03', '--return', 'next')
  expect(code).toBe(2)
  expect(err).toContain('No row of bad.csv can be used. starts_at: “soon” is not a date')
})

test.each([
  ['--map when=Date', '--map starts_at="Дата"'],
  ['--status Approved=fine', '--status "Approved=completed"'],
  ['--date-order ymd', '--date-order dmy'],
  ['--encoding klingon', '--encoding windows-1251'],
  ['--join-by shoe', '--join-by clientId'],
  ['--tz Mars/Phobos', '--tz Europe/Kyiv'],
])('%s is refused with an example', async (flag, example) => {
  const { code, err } = await comeback('inspect', 'visits.csv', ...flag.split(' '))
  expect(code).toBe(2)
  expect(err).toContain(`for example ${example}`)
})
