import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../apps/server/src/database/index.ts'
import { startPostgres } from '../apps/server/src/database/start-postgres.ts'
import { ColumnsCache } from '../apps/server/src/reports/columns.ts'
import { openWorkspaces } from '../apps/server/src/workspaces.ts'
import { watchPeak } from './measure.ts'
import { LINES, writeVisitFile } from './visit-file.ts'

const MAIN = join(import.meta.dirname, '../apps/server/src/main.ts')
const REPORT = '/api/reports/retention?base=2025-09&return=next&by=staff'

/** Storing a million-line file through the server, the page's answers meanwhile, then cold and warm reports. */
export async function benchStore() {
  const folder = mkdtempSync(join(tmpdir(), 'comeback-bench-'))
  const csv = join(folder, 'visits.csv')
  await writeVisitFile(csv)
  await benchOn('PGlite', csv, { COMEBACK_DATA: join(folder, 'pglite') })
  const postgres = await startPostgres({ fsync: 'on', shared_buffers: '256MB' })
  await benchOn('PostgreSQL', csv, {
    COMEBACK_DATA: join(folder, 'postgres'),
    DATABASE_URL: postgres.urlOf('postgres'),
  })
  await postgres.stop()
  rmSync(folder, { recursive: true })
}

async function benchOn(database: string, csv: string, settings: Settings) {
  let server = await start(settings)
  const peak = watchPeak(server.process.pid)
  const { id } = await post(`${server.url}/api/imports?name=visits.csv`, await openAsBlob(csv))
  await until(server.url, id, 'ready')
  const begin = performance.now()
  await post(`${server.url}/api/imports/${id}/confirm`)
  const answers: number[] = []
  const stored = until(server.url, id, 'done')
  let storing = true
  stored.finally(() => {
    storing = false
  })
  while (storing) {
    answers.push(await timeOf(server.url + REPORT))
    await sleep(100)
  }
  await stored
  const seconds = (performance.now() - begin) / 1000
  console.log(
    `storing 1 M lines on ${database}: ${seconds.toFixed(1)} s (target 60), peak ${(peak() / 2 ** 20).toFixed(0)} MiB`,
  )
  console.log(
    `  a report meanwhile: median ${at(answers, 0.5)} ms, 99th ${at(answers, 0.99)} ms, longest ${at(answers, 1)} ms`,
  )
  await stop(server.process)
  console.log(`  cold load of 1 M visits into columns: ${(await coldLoad(settings)).toFixed(1)} s (target 3)`)

  const again = performance.now()
  server = await start(settings)
  await timeOf(server.url + REPORT)
  const cold = performance.now() - again
  const warm: number[] = []
  for (let i = 0; i < 200; i++) warm.push(await timeOf(server.url + REPORT))
  console.log(`  start of the server to its first report: ${(cold / 1000).toFixed(1)} s`)
  console.log(`  warm report over HTTP: median ${at(warm, 0.5)} ms, 99th ${at(warm, 0.99)} ms (target 20)`)
  await stop(server.process)
}

interface Settings {
  COMEBACK_DATA: string
  DATABASE_URL?: string
}

/** Seconds from an open database to columns ready for reports. */
async function coldLoad({ COMEBACK_DATA, DATABASE_URL = '' }: Settings): Promise<number> {
  const store = await openStore({ dataFolder: COMEBACK_DATA, databaseUrl: DATABASE_URL || null })
  const { own } = await openWorkspaces(store, new ColumnsCache(), 'never')
  const begin = performance.now()
  const { lines } = await new ColumnsCache().get(own)
  const seconds = (performance.now() - begin) / 1000
  assert.equal(lines, LINES)
  await store.close()
  return seconds
}

async function start(settings: Settings) {
  const env = { ...process.env, DATABASE_URL: '', ...settings, PORT: '0', COMEBACK_NO_OPEN: '1' }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { process: child, url: /http\S+/.exec(line)![0] }
}

async function stop(child: ChildProcess) {
  child.kill('SIGTERM')
  await once(child, 'close')
}

async function post(url: string, body?: Blob): Promise<{ id: number }> {
  const response = await fetch(url, { method: 'POST', ...(body ? { body } : {}) })
  assert.ok(response.ok, `${url}: ${response.status}`)
  return (await response.json()) as { id: number }
}

async function until(url: string, id: number, wanted: string) {
  for (;;) {
    const { state, error } = (await (await fetch(`${url}/api/imports/${id}`)).json()) as {
      state: string
      error: unknown
    }
    if (state === wanted) return
    assert.equal(error, null)
    await sleep(200)
  }
}

async function timeOf(url: string): Promise<number> {
  const begin = performance.now()
  const response = await fetch(url)
  await response.arrayBuffer()
  assert.ok(response.ok)
  return performance.now() - begin
}

function at(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1)
}
