import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { folderSecret } from '../apps/server/src/folder-secret.ts'

const MAIN = join(import.meta.dirname, '../apps/server/src/main.ts')

/** Environment of a server. */
export interface Settings {
  COMEBACK_DATA: string
  DATABASE_URL?: string
  COMEBACK_RATE_LIMIT?: string
}

export interface Server {
  process: ChildProcess
  url: string
  /** asked as the operator unless told otherwise */
  get(path: string, init?: RequestInit): Promise<Response>
  /** JSON of the answer */
  post(path: string, body?: Blob): Promise<{ id: number }>
}

/** A server of its own process, spoken to as its operator. */
export async function start(settings: Settings): Promise<Server> {
  const env = { ...process.env, DATABASE_URL: '', ...settings, PORT: '0', COMEBACK_NO_OPEN: '1' }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  showAllButRequests(child.stderr)
  process.once('exit', () => child.kill())
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  const url = /http\S+(?<!\/)/.exec(line)![0]
  const headers = { authorization: `Bearer ${folderSecret(settings.COMEBACK_DATA, 'operator-token')}` }
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}/api${path}`, { headers, ...init })
    assert.ok(response.ok, `${path}: ${response.status}`)
    return response
  }
  return {
    process: child,
    url,
    get: call,
    post: async (path, body) => (await call(path, { method: 'POST', body: body ?? null })).json(),
  }
}

/** The server's log, but for the thousands of requests of a benchmark. */
function showAllButRequests(log: Readable) {
  createInterface(log).on('line', (line) => {
    if (!line.includes('"event":"request"')) console.error(line)
  })
}

export async function stop(child: ChildProcess) {
  child.kill('SIGTERM')
  await once(child, 'close')
}

export async function until(server: Server, id: number, wanted: string) {
  for (;;) {
    const { state, error } = await (await server.get(`/imports/${id}`)).json()
    if (state === wanted) return
    assert.equal(error, null)
    await sleep(200)
  }
}
