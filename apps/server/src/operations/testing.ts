import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const MAIN = new URL('../main.ts', import.meta.url).pathname

/** A real server in a process of its own, for what only a process can show: its log, signals, its death. */
export interface ServerProcess {
  url: string
  child: ChildProcess
  /** lines on stderr so far */
  log: string[]
  /** Asks the API as the operator of the data folder; throws when it does not answer 200. */
  call<Answer = unknown>(path: string, init?: RequestInit): Promise<Answer>
  /** Resolves with the exit code, `null` when a signal ended it. */
  exited: Promise<number | null>
}

/** Starts a server on a free port and waits until it serves; `env` as for `npm start`. */
export async function startProcess(dataFolder: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...{ PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '' },
      ...{ PORT: '0', COMEBACK_DATA: dataFolder, COMEBACK_NO_OPEN: '1', ...env },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const log: string[] = []
  createInterface({ input: child.stderr! }).on('line', (line) => log.push(line))
  const started = Promise.withResolvers<string>()
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const url = line.match(/^Comeback is at (\S+)$/)?.[1]
    if (url) started.resolve(url)
  })
  exited.then(() => started.reject(new Error(`the server did not start:\n${log.join('\n')}`)))
  const url = await started.promise
  return { url, child, log, exited, call: (path, init) => call(url + path, dataFolder, init) }
}

async function call<Answer>(url: string, dataFolder: string, init: RequestInit = {}): Promise<Answer> {
  const file = join(dataFolder, 'operator-token')
  const token = existsSync(file) ? { authorization: `Bearer ${readFileSync(file, 'utf8').trim()}` } : {}
  const response = await fetch(url, { ...init, headers: { ...token, ...init.headers } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}

/** Ends the process without warning, if it has not ended yet. */
export async function kill({ child, exited }: ServerProcess) {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await exited
}

interface Import {
  id: number
  state: string
}

/** Uploads a visit file and stores it; answers its number when it is done. */
export async function importVisits(server: ServerProcess, csv: string, name = 'visits.csv'): Promise<number> {
  const id = await uploadVisits(server, csv, name)
  await untilState(server, id, 'ready')
  await server.call(`/api/imports/${id}/confirm`, { method: 'POST' })
  await untilState(server, id, 'done')
  return id
}

/** Uploads a visit file; answers its number as soon as the server has it. */
export async function uploadVisits(server: ServerProcess, csv: string, name = 'visits.csv'): Promise<number> {
  const init = { method: 'POST', body: csv }
  return (await server.call<Import>(`/api/imports?name=${encodeURIComponent(name)}`, init)).id
}

/** Waits until an import has come to one of some states, which it answers; throws when it fails. */
export async function untilState(server: ServerProcess, id: number, ...wanted: string[]): Promise<string> {
  for (;;) {
    const { state } = await server.call<Import>(`/api/imports/${id}`)
    if (wanted.includes(state)) return state
    if (state === 'failed') throw new Error(`import ${id} failed`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Visits of `count` clients, one each, numbered from `first` on. */
export function visitFile(first: number, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `a${first + i},c${first + i},2026-03-${String(1 + (i % 28)).padStart(2, '0')} 10:00,Марта ${i % 5},800`,
  )
  return `appointment_id,client_id,starts_at,staff,price\n${rows.join('\n')}\n`
}
