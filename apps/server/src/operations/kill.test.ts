import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newDatabase, newDataFolder } from '../database/testing.ts'
import { importVisits, kill, type ServerProcess, startProcess, untilState, uploadVisits, visitFile } from './testing.ts'

// A real server is killed with SIGKILL again and again while it is written to. COMEBACK_KILLS=20 is the full run.

const KILLS = Number(process.env.COMEBACK_KILLS || 1)
const LONGEST_LOAD_MS = 3000
const VISITS_A_FILE = 400

/** What the server has acknowledged, in this life or an earlier one. */
class Ledger {
  renamed = 0
  readonly uploaded = new Set<number>()
  readonly confirmed = new Set<number>()
  readonly done = new Set<number>()
  acknowledged = 0
  private files = 0
  private names = 0

  /** Renames the workspace for as long as the server lives. */
  async rename(server: ServerProcess) {
    for (;;) {
      const number = ++this.names
      const body = JSON.stringify({ name: `name ${number}` })
      await server.call('/api/workspace', { method: 'PATCH', body, headers: { 'content-type': 'application/json' } })
      this.renamed = number
      this.acknowledged++
    }
  }

  /** Imports new visits for as long as the server lives. */
  async import(server: ServerProcess) {
    for (;;) {
      const id = await uploadVisits(server, visitFile(VISITS_A_FILE * this.files++, VISITS_A_FILE))
      this.note(this.uploaded, id)
      await this.store(server, id)
    }
  }

  /** Goes on with files the server had when it was killed. */
  async resume(server: ServerProcess) {
    for (const id of this.uploaded.difference(this.done)) await this.store(server, id)
  }

  private async store(server: ServerProcess, id: number) {
    if (!this.confirmed.has(id)) {
      const state = await untilState(server, id, 'ready', 'storing', 'done')
      // it may have been confirmed without the answer getting through
      if (state === 'ready') await server.call(`/api/imports/${id}/confirm`, { method: 'POST' })
      this.note(this.confirmed, id)
    }
    await untilState(server, id, 'done')
    this.note(this.done, id)
  }

  private note(set: Set<number>, id: number) {
    set.add(id)
    this.acknowledged++
  }
}

interface Workspace {
  name: string
  counts: { appointments: number }
}

async function compare(server: ServerProcess, { uploaded, confirmed, done, renamed }: Ledger) {
  const { imports } = await server.call<{ imports: { id: number; state: string }[] }>('/api/imports')
  const states = new Map(imports.map(({ id, state }) => [id, state]))
  for (const id of uploaded) expect(states.get(id), `upload ${id}`).toMatch(/^(inspecting|ready|storing|done)$/)
  for (const id of confirmed) expect(states.get(id), `confirmed ${id}`).toMatch(/^(storing|done)$/)
  for (const id of done) expect(states.get(id), `done ${id}`).toBe('done')
  const { name, counts } = await server.call<Workspace>('/api/workspace')
  expect(Number(name.replace('name ', ''))).toBeGreaterThanOrEqual(renamed)
  expect(counts.appointments).toBeGreaterThanOrEqual(done.size * VISITS_A_FILE)
}

describe.each(['pglite', 'postgres'])('a server on %s', (kind) => {
  let folder: string
  let server: ServerProcess
  let database: Awaited<ReturnType<typeof newDatabase>> | null = null
  beforeEach(async () => {
    folder = newDataFolder('served')
    if (kind === 'postgres') database = await newDatabase('migrated')
  })
  afterEach(async () => {
    await kill(server)
    await database?.drop()
    rmSync(folder, { recursive: true })
  })
  const start = () => startProcess(folder, database ? { DATABASE_URL: database.url } : {})

  test(`killed ${KILLS} times under load has every write it acknowledged`, { timeout: 1_200_000 }, async () => {
    const ledger = new Ledger()
    server = await start()
    await importVisits(server, visitFile(1_000_000, VISITS_A_FILE))
    for (let i = 0; i < KILLS; i++) {
      const load = Promise.allSettled([ledger.rename(server), ledger.import(server), ledger.resume(server)])
      await wait(100 + Math.random() * LONGEST_LOAD_MS)
      await kill(server)
      // it fails only by the death of the server
      for (const end of await load) {
        if (end.status === 'rejected') expect(String(end.reason)).toMatch(/fetch failed|terminated/)
      }
      server = await start()
      await compare(server, ledger)
    }

    await ledger.resume(server)
    const { imports } = await server.call<{ imports: { id: number; state: string }[] }>('/api/imports')
    // a file may have come whole without the answer getting through
    for (const { id } of imports.filter(({ state }) => state === 'storing')) await untilState(server, id, 'done')
    const stored = imports.filter(({ state }) => state === 'storing' || state === 'done')
    const { counts } = await server.call<Workspace>('/api/workspace')
    expect(counts.appointments).toBe(stored.length * VISITS_A_FILE)
    expect(stored.length).toBeGreaterThan(1)
    expect(ledger.renamed).toBeGreaterThan(KILLS)
    if (process.env.COMEBACK_KILLS) {
      console.log(
        `${kind}: ${KILLS} kills, ${ledger.acknowledged} writes acknowledged, ${stored.length} files stored, none lost`,
      )
    }
  })
})
