import assert from 'node:assert/strict'
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../apps/server/src/database/index.ts'
import { startPostgres } from '../apps/server/src/database/start-postgres.ts'
import { ColumnsCache } from '../apps/server/src/reports/columns.ts'
import { openWorkspaces } from '../apps/server/src/workspaces.ts'
import { at, watchPeak } from './measure.ts'
import { type Server, type Settings, start, stop, until } from './server.ts'
import { LINES, writeDayFile, writeVisitFile } from './visit-file.ts'

const REPORT = '/reports/retention?base=2025-09&return=next&by=staff'

/** who sees the demo salon, which is there while the file is being stored */
const STRANGER: RequestInit = { headers: {} }

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
  const { id } = await server.post('/imports?name=visits.csv', await openAsBlob(csv))
  await until(server, id, 'ready')
  const begin = performance.now()
  await server.post(`/imports/${id}/confirm`)
  const answers: number[] = []
  const stored = until(server, id, 'done')
  let storing = true
  stored.finally(() => {
    storing = false
  })
  while (storing) {
    answers.push(await timeOf(server, STRANGER))
    await sleep(100)
  }
  await stored
  const seconds = (performance.now() - begin) / 1000
  console.log(
    `storing 1 M lines on ${database}: ${seconds.toFixed(1)} s (target 60), peak ${(peak() / 2 ** 20).toFixed(0)} MiB`,
  )
  console.log(
    `  a report of the demo salon meanwhile: median ${at(answers, 0.5)} ms, 99th ${at(answers, 0.99)} ms, longest ${at(answers, 1)} ms`,
  )
  await stop(server.process)
  const loads = await coldLoads(settings)
  console.log(
    `  cold load of 1 M visits into columns: median ${at(loads, 0.5)} ms, longest ${at(loads, 1)} ms (target 3000)`,
  )

  const again = performance.now()
  server = await start(settings)
  await timeOf(server)
  const cold = performance.now() - again
  const warm: number[] = []
  for (const report of differentReports()) warm.push(await timeOf(server, {}, report))
  console.log(`  start of the server to its first report: ${(cold / 1000).toFixed(1)} s`)
  console.log(
    `  warm report over HTTP: median ${at(warm, 0.5)} ms, 99th ${at(warm, 0.99)} ms (target 20), each asked once`,
  )
  console.log(`  a day's 700 visits more: the next report ${(await reportAfterDay(server, csv)).toFixed(0)} ms`)
  await stop(server.process)
}

/** Milliseconds of the first report after another import. */
async function reportAfterDay(server: Server, csv: string): Promise<number> {
  const day = `${csv}.day`
  writeDayFile(day)
  const { id } = await server.post('/imports?name=day.csv', await openAsBlob(day))
  await until(server, id, 'ready')
  await server.post(`/imports/${id}/confirm`)
  await until(server, id, 'done')
  return timeOf(server)
}

/** Milliseconds from an open database to columns ready for reports, five times. */
async function coldLoads({ COMEBACK_DATA, DATABASE_URL = '' }: Settings): Promise<number[]> {
  const store = await openStore({ dataFolder: COMEBACK_DATA, databaseUrl: DATABASE_URL || null })
  const { own } = await openWorkspaces(store, new ColumnsCache(), 'never')
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const begin = performance.now()
    const { lines } = await new ColumnsCache().get(own)
    times.push(performance.now() - begin)
    assert.equal(lines, LINES)
  }
  await store.close()
  return times
}

/** Addresses of reports none of which is a kept answer. */
function differentReports(): string[] {
  const months = ['2024', '2025'].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${`${i + 1}`.padStart(2, '0')}`),
  )
  return months.flatMap((base) =>
    ['staff', 'service', 'location', 'category'].map((by) => `/reports/retention?base=${base}&return=30d&by=${by}`),
  )
}

async function timeOf(server: Server, init: RequestInit = {}, report = REPORT): Promise<number> {
  const begin = performance.now()
  await (await server.get(report, init)).arrayBuffer()
  return performance.now() - begin
}
