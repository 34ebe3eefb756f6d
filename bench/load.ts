import assert from 'node:assert/strict'
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { type Server, start, stop, until } from './server.ts'
import { writeVisitFile } from './visit-file.ts'

const PEOPLE = 50
const SECONDS = 60
const OWNER = { name: 'Олена', email: 'owner@salon.example', password: 'a long password of hers', salon: 'Салон' }

/** What people look at: reports of several months and groupings, and the lists behind them. */
const REPORTS = ['2025-07', '2025-08', '2025-09'].flatMap((month) =>
  ['all', 'staff', 'service', 'category'].map((by) => `/api/reports/retention?base=${month}&return=next&by=${by}`),
)
const LISTS = [
  '/api/reports/people?base=2025-09&return=next&limit=100',
  '/api/clients?sort=value12m&desc=true&limit=100',
]

/** Fifty people at a workspace of a million visits, each asking again as soon as they are answered, for a minute. */
export async function benchLoad() {
  const folder = mkdtempSync(join(tmpdir(), 'comeback-bench-'))
  const csv = join(folder, 'visits.csv')
  await writeVisitFile(csv)
  const server = await start({ COMEBACK_DATA: join(folder, 'data'), COMEBACK_RATE_LIMIT: '0' })
  const { id } = await server.post('/imports?name=visits.csv', await openAsBlob(csv))
  await until(server, id, 'ready')
  await server.post(`/imports/${id}/confirm`)
  await until(server, id, 'done')
  const cookie = await signUp(server)
  await load(server, cookie, 'reports', REPORTS)
  await load(server, cookie, 'lists of people', LISTS)
  await stop(server.process)
  rmSync(folder, { recursive: true })
}

async function signUp(server: Server): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: server.url }
  const body = JSON.stringify(OWNER)
  const response = await fetch(`${server.url}/api/registration`, { method: 'POST', headers, body })
  assert.ok(response.ok, await response.text())
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

async function load(server: Server, cookie: string, what: string, paths: readonly string[]) {
  for (const path of paths) await server.get(path.replace('/api', ''), { headers: { cookie } })
  const before = residentMegabytes(server)
  const { latency, requests, errors, timeouts, non2xx } = await autocannon({
    url: server.url,
    connections: PEOPLE,
    duration: SECONDS,
    requests: paths.map((path) => ({ path, headers: { cookie } })),
  })
  console.log(
    `${what}, ${PEOPLE} people for ${SECONDS} s: median ${latency.p50} ms, 99th ${latency.p99} ms (target 100), longest ${latency.max} ms; ${requests.average.toFixed(0)} a second; ${errors + timeouts + non2xx} failed`,
  )
  console.log(`  memory of the server: ${before} MiB before, ${residentMegabytes(server)} MiB after`)
}

function residentMegabytes(server: Server): string {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))![1]
  return (Number(kilobytes) / 1024).toFixed(0)
}
