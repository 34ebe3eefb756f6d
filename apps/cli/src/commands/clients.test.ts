import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareCodePoints } from '@comeback/retention'
import { afterAll, beforeAll, expect, test } from 'vitest'

const BIN = join(import.meta.dirname, '../../bin/comeback.mjs')
let folder: string
let demo: string

function comeback(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: folder, maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-clients-'))
  demo = join(folder, 'demo.csv')
  await comeback('demo', '--out', demo)
})

afterAll(() => rmSync(folder, { recursive: true }))

test('prints every client and the model, sorted by client', async () => {
  const { out } = await comeback('clients', demo, '--json')
  const { clients, model } = JSON.parse(out)
  expect(Object.keys(model)).toEqual(['kind', 'k', 'r', 'alpha', 'a', 'b', 'logLikelihood', 'p', 'q', 'gamma'])
  expect(model.kind).toBe('mbgcnbd')
  // salon visits are regular
  expect(model.k).toBeGreaterThan(1)
  expect(clients.length).toBeGreaterThan(1000)
  expect(Object.keys(clients[0])).toEqual([
    'client',
    'first',
    'last',
    'visits',
    'revenue',
    'expectedGap',
    'expectedOn',
    'overdue',
    'state',
    'pAlive',
    'expectedVisits12m',
    'value12m',
  ])
  const keys = clients.map(({ client }: { client: string }) => client)
  expect(keys).toEqual([...keys].sort(compareCodePoints))
  for (const { first, last, pAlive, expectedVisits12m, value12m } of clients) {
    expect(first <= last).toBe(true)
    expect(pAlive).toBeGreaterThanOrEqual(0)
    expect(pAlive).toBeLessThanOrEqual(1)
    expect(expectedVisits12m).toBeGreaterThanOrEqual(0)
    expect(value12m).toBeGreaterThanOrEqual(0)
  }
})

test('the published baseline on request, a table for people', async () => {
  expect(JSON.parse((await comeback('clients', demo, '--model', 'bgnbd', '--json')).out).model).toMatchObject({
    kind: 'bgnbd',
    k: 1,
  })
  const { out } = await comeback('clients', demo)
  expect(out).toMatch(/^client +last visit +visits +spent/)
  expect(out).toMatch(/\d+ clients as of 2026-04-05\. Forecast by MBG\/CNBD-\d+\.\n$/)
})

test('too few clients for a model still have their rhythm', async () => {
  const small = join(folder, 'small.csv')
  writeFileSync(
    small,
    'client_id,starts_at,status\nb,2026-01-05,completed\nb,2026-01-12,completed\nb,2026-02-02,completed\na,2026-02-03,completed\n',
  )
  const { clients, model } = JSON.parse((await comeback('clients', small, '--json')).out)
  expect(model).toEqual({ reason: 'tooFewClients' })
  expect(clients).toMatchObject([
    {
      client: 'a',
      first: '2026-02-03',
      visits: 1,
      revenue: null,
      pAlive: null,
      expectedVisits12m: null,
      value12m: null,
    },
    { client: 'b', first: '2026-01-05', last: '2026-02-02', visits: 3, state: 'active', value12m: null },
  ])
  expect((await comeback('clients', small)).out).toContain('No forecast: fewer than 100 clients.')
})

test('refuses filters and unknown models', async () => {
  const filtered = await comeback('clients', demo, '--filter', 'staff=Марта')
  expect([filtered.code, filtered.err]).toEqual([2, expect.stringContaining("unknown option '--filter'")])
  const unknown = await comeback('clients', demo, '--model', 'pareto')
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('--model pareto: use mbgcnbd or bgnbd')])
})
