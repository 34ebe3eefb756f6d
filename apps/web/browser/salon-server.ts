import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** see apps/server/src/operations/served-folder.ts */
    servedFolder: string
  }
}

const ROOT = join(import.meta.dirname, '../../..')
const OWN = { PORT: '0', HOST: '127.0.0.1', COMEBACK_NO_OPEN: '1', DATABASE_URL: '' }
const ADDRESS = /Comeback is at (\S+)/

export interface SalonServer {
  url: string
  /** imports a file as the command line does; whoever signs up first owns what it holds */
  importFile(content: string): Promise<void>
  /** makes an account a host of the server, as the command line does */
  makeHost(email: string): Promise<void>
  stop(): Promise<void>
}

/** The real program on a data folder of its own and a free port, with the demo salon in it and nothing else. */
export async function startSalonServer(settings: NodeJS.ProcessEnv = {}): Promise<SalonServer> {
  if (!existsSync(join(ROOT, 'apps/web/dist/index.html'))) {
    throw new Error('The page is not built: run `npm run build` first (`npm test` does it by itself).')
  }
  const data = await mkdtemp(join(tmpdir(), 'comeback-browser-'))
  await cp(inject('servedFolder'), data, { recursive: true })
  const server = spawn(process.execPath, [join(ROOT, 'apps/server/src/main.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...OWN, ...settings, COMEBACK_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
    }
    await rm(data, { recursive: true, force: true })
  }
  try {
    const url = await addressOf(server)
    return {
      url,
      stop,
      importFile: (content) => importFile(url, data, content),
      makeHost: (email) => makeHost(url, data, email),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = ADDRESS.exec(said)?.[1]
      if (address) resolve(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${said}`)))
  })
}

async function makeHost(url: string, data: string, email: string): Promise<void> {
  const authorization = `Bearer ${await readFile(join(data, 'operator-token'), 'utf8')}`
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ email, isHost: true })
  const answer = await fetch(`${url}/api/operator/hosts`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}

async function importFile(url: string, data: string, content: string): Promise<void> {
  const authorization = `Bearer ${await readFile(join(data, 'operator-token'), 'utf8')}`
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}/api/imports${path}`, { ...init, headers: { authorization } })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as { id: number; state: string }
  }
  const { id } = await call('?name=visits.csv', { method: 'POST', body: content })
  const until = async (state: string) => {
    while ((await call(`/${id}`)).state !== state) await new Promise((done) => setTimeout(done, 200))
  }
  await until('ready')
  await call(`/${id}/confirm`, { method: 'POST' })
  await until('done')
}
