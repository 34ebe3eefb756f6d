import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newDatabase, newDataFolder } from '../database/testing.ts'
import { importVisits, kill, type ServerProcess, startProcess, visitFile } from '../operations/testing.ts'

// A real server is killed with SIGKILL again and again while bonuses are given, used and taken back.
// COMEBACK_LEDGER_KILLS=20 is the full run.

const KILLS = Number(process.env.COMEBACK_LEDGER_KILLS || 1)
const LONGEST_LOAD_MS = 1500
const CLIENTS = 5
const WORKERS = 4

interface Operation {
  id: string
  clientId: number
  kind: string
  change: number
  undoable: number
}

interface Sent {
  path: string
  body: { key: string }
}

const post = (server: ServerProcess, { path, body }: Sent) =>
  server.call<unknown>(path, {
    ...{ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  })

/** A refusal is an answer, too: there were not enough, or it was undone already. */
const REFUSED = /answered 409/

/** What was sent to the server, in this life or an earlier one. */
class Load {
  /** requests that were answered with done */
  readonly done: Sent[] = []
  /** requests whose answer the death of the server took away */
  readonly unknown: Sent[] = []

  async work(server: ServerProcess, worker: number) {
    for (let turn = worker; ; turn++) {
      const client = `/api/clients/${1 + (turn % CLIENTS)}/bonuses`
      const key = randomUUID()
      await this.send(server, { path: `${client}/accruals`, body: { key, points: 7 } as Sent['body'] })
      const payment = { key: randomUUID(), points: 4, billMinor: 100_000 }
      await this.send(server, { path: `${client}/redemptions`, body: payment })
      if (turn % 3 > 0) continue
      const { operations } = await server.call<{ operations: Operation[] }>(`${client}?limit=10`)
      const target = operations.find(({ undoable }) => undoable > 0)
      if (target) await this.send(server, { path: reversal(target.id), body: { key: randomUUID() } })
    }
  }

  async send(server: ServerProcess, sent: Sent) {
    try {
      await post(server, sent)
      this.done.push(sent)
    } catch (error) {
      if (REFUSED.test(String(error))) return
      this.unknown.push(sent)
      throw error
    }
  }
}

const reversal = (id: string) => `/api/bonuses/operations/${id}/reversal`

async function allOperations(server: ServerProcess): Promise<Operation[]> {
  const found: Operation[] = []
  for (let cursor = ''; ; ) {
    const page = await server.call<{ operations: Operation[]; next: string | null }>(
      `/api/bonuses/operations?limit=1000${cursor}`,
    )
    found.push(...page.operations)
    if (page.next === null) return found
    cursor = `&cursor=${encodeURIComponent(page.next)}`
  }
}

/** Everything acknowledged is there once, nobody has less than nothing, and what is owed is what was given less the rest. */
async function compare(server: ServerProcess, load: Load) {
  const before = await allOperations(server)
  // what was acknowledged, sent again, is known by its key and does nothing
  for (const sent of load.done.slice(-20)) await post(server, sent)
  const operations = await allOperations(server)
  expect(operations.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(operations.length).toBeGreaterThanOrEqual(load.done.length)
  expect(operations.length).toBeLessThanOrEqual(load.done.length + load.unknown.length)
  const balances = new Map<number, number>()
  for (const { clientId, change } of operations.toReversed()) {
    balances.set(clientId, (balances.get(clientId) ?? 0) + change)
    expect(balances.get(clientId)).toBeGreaterThanOrEqual(0)
  }
  const { outstanding, months } = await server.call<{
    outstanding: { points: number }
    months: { given: number; redeemed: number; expired: number }[]
  }>('/api/bonuses')
  const sum = months.reduce((all, { given, redeemed, expired }) => all + given - redeemed - expired, 0)
  expect([outstanding.points, sum]).toEqual(Array(2).fill([...balances.values()].reduce((a, b) => a + b, 0)))
}

describe.each(['pglite', 'postgres'])('the bonus ledger of a server on %s', (kind) => {
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
  const start = () =>
    startProcess(folder, {
      COMEBACK_RATE_LIMIT: '0',
      ...(database ? { DATABASE_URL: database.url } : {}),
    })

  test(`killed ${KILLS} times keeps its sum and everything it acknowledged`, { timeout: 1_200_000 }, async () => {
    const load = new Load()
    server = await start()
    await importVisits(server, visitFile(0, CLIENTS))
    for (let i = 0; i < KILLS; i++) {
      const work = Promise.allSettled(Array.from({ length: WORKERS }, (_, worker) => load.work(server, worker)))
      await wait(300 + Math.random() * LONGEST_LOAD_MS)
      await kill(server)
      // it fails only by the death of the server
      for (const end of await work) {
        if (end.status === 'rejected') expect(String(end.reason)).toMatch(/fetch failed|terminated/)
      }
      server = await start()
      await compare(server, load)
    }

    // what nobody knows of is sent again, and then everything was done exactly once
    for (const sent of load.unknown.splice(0)) await load.send(server, sent)
    await compare(server, load)
    expect(load.done.length).toBeGreaterThan(KILLS)
    if (process.env.COMEBACK_LEDGER_KILLS) {
      console.log(`${kind}: ${KILLS} kills, ${load.done.length} operations acknowledged, none lost, none twice`)
    }
  })
})
