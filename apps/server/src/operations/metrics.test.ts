import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDataFolder } from '../database/testing.ts'
import { importVisits, kill, type ServerProcess, startProcess, visitFile } from './testing.ts'

const TOKEN = 'a-token-of-the-monitoring'

let folder: string
let server: ServerProcess
beforeAll(async () => {
  folder = newDataFolder('served')
  server = await startProcess(folder, { COMEBACK_METRICS_TOKEN: TOKEN })
})
afterAll(async () => {
  await kill(server)
  rmSync(folder, { recursive: true })
})

const metrics = async () => (await fetch(`${server.url}/metrics`)).text()
const value = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  )

test('requests, the process, columns, imports and queues are counted', async () => {
  await importVisits(server, visitFile(0, 200))
  await server.call('/api/workspace')
  await fetch(`${server.url}/api/nothing/here`)

  const text = await metrics()
  const requests = (labels: string) => value(text, `comeback_http_request_duration_seconds_count{${labels}}`)
  expect(requests('method="POST",route="/api/imports/:id/confirm",status="200"')).toBe(1)
  expect(requests('method="GET",route="/api/imports/:id",status="200"')).toBeGreaterThan(1)
  expect(text).not.toContain('/api/nothing/here')
  expect(value(text, 'comeback_imports{state="done"}')).toBe(1)
  expect(value(text, 'comeback_imports{state="storing"}')).toBe(0)
  expect(value(text, 'comeback_columns_workspaces')).toBeGreaterThanOrEqual(1)
  expect(value(text, 'comeback_columns_lines')).toBeGreaterThanOrEqual(200)
  expect(value(text, 'comeback_columns_loads_total')).toBeGreaterThanOrEqual(2)
  expect(value(text, 'comeback_database_up')).toBe(1)
  expect(value(text, 'process_resident_memory_bytes')).toBeGreaterThan(2 ** 25)
  expect(value(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
  const again = await metrics()
  expect(value(again, 'comeback_columns_loads_total')).toBe(value(text, 'comeback_columns_loads_total'))
})

test('strangers, also through a proxy on this machine, need the token', async () => {
  const ask = async (headers: Record<string, string>) => (await fetch(`${server.url}/metrics`, { headers })).status
  const forwarded = { 'x-forwarded-for': '203.0.113.5' }
  expect(await ask({})).toBe(200)
  expect(await ask(forwarded)).toBe(404)
  expect(await ask({ ...forwarded, authorization: 'Bearer wrong' })).toBe(404)
  expect(await ask({ ...forwarded, authorization: `Bearer ${TOKEN}` })).toBe(200)
})

test('alive and ready', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const response = await fetch(server.url + path)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  }
})
