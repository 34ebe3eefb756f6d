import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { startGateway, startMailServer } from '../channels/testing.ts'
import { newDatabase, newDataFolder } from '../database/testing.ts'
import type { KillSettings } from './process-to-kill.ts'

// A real process, a real mail server and a gateway: the process is killed without warning at random moments of a
// sending, and what arrived is counted where it arrived. COMEBACK_KILLS=20 COMEBACK_KILL_PEOPLE=10000 is the long run.

const KILLS = Number(process.env.COMEBACK_KILLS || 1)
const PEOPLE = Number(process.env.COMEBACK_KILL_PEOPLE || 300)
const PER_SECOND = PEOPLE > 1000 ? 400 : 60
const PROCESS = new URL('./process-to-kill.ts', import.meta.url).pathname
const MINUTES = 60_000

interface Row {
  clientId: number
  channel: string
  step: number
  state: string
  tries: number
}
interface Report {
  isOver: boolean
  rows: Row[]
  given?: number
}

let child: ChildProcess | null = null
const closing: (() => unknown)[] = []
afterEach(async () => {
  await kill()
  for (const close of closing.splice(0).reverse()) await close()
})

async function kill() {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** How often each address got something. */
function tally(addresses: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1)
  return counts
}

async function sendWithKills(databaseUrl: string | null) {
  const dataFolder = newDataFolder('migrated')
  closing.push(() => rmSync(dataFolder, { recursive: true, force: true }))
  const mail = await startMailServer()
  closing.push(() => mail.close())
  const gateway = await startGateway((response, _, body) => {
    setTimeout(() => response.end(JSON.stringify({ id: JSON.parse(body).id })), 5)
  })
  closing.push(() => gateway.close())
  const settings: KillSettings = {
    ...{ dataFolder, databaseUrl, people: PEOPLE, perSecond: PER_SECOND },
    ...{ smtpPort: mail.port, gatewayUrl: `${gateway.url}/send` },
  }
  const arrived = () => mail.got.length + gateway.got.length
  let last: Report = { isOver: false, rows: [] }
  const start = () => {
    child = spawn(process.execPath, [PROCESS, JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (report: Report) => {
      last = report
    })
  }
  const until = async (isThere: () => boolean) => {
    while (!isThere()) {
      if (child?.exitCode !== null) throw new Error('the process ended by itself')
      await wait(5)
    }
  }
  for (let i = 1; i <= KILLS; i++) {
    start()
    const share = (i - 0.7 + 0.6 * Math.random()) / (KILLS + 1)
    await until(() => arrived() >= PEOPLE * share || last.isOver)
    await wait(40 * Math.random())
    await kill()
  }
  const before = arrived()
  start()
  await until(() => arrived() > before || last.isOver)
  const begin = performance.now()
  await until(() => last.isOver)
  const perSecond = (arrived() - before) / ((performance.now() - begin) / 1000)
  return {
    last,
    mails: mail.got.flatMap(({ to }) => to),
    texts: gateway.got.map(({ body }) => JSON.parse(body).to),
    perSecond,
  }
}

function prove({ last, mails, texts, perSecond }: Awaited<ReturnType<typeof sendWithKills>>) {
  const counts = [...tally([...mails, ...texts]).values()]
  expect(Math.max(...counts)).toBe(1)
  const states = tally(last.rows.map(({ state }) => state))
  expect([...states.keys()].filter((state) => !['sent', 'failed', 'unknown'].includes(state))).toEqual([])
  expect(new Set(last.rows.map(({ clientId }) => clientId)).size).toBe(PEOPLE)
  const [sent = 0, unknown = 0] = [states.get('sent'), states.get('unknown')]
  // who is said to have it has it; who may have it is at most the rest
  expect(counts.length).toBeGreaterThanOrEqual(sent)
  expect(counts.length).toBeLessThanOrEqual(sent + unknown)
  expect(last.given).toBe(PEOPLE)
  console.info(
    `${PEOPLE} people, ${KILLS} kills: ${counts.length} arrived, none twice; ${JSON.stringify(Object.fromEntries(states))}; ` +
      `${last.given} times bonuses; ${Math.round(perSecond)} messages a second after the last start`,
  )
}

test('killed in the middle of sending, nobody gets anything twice: PGlite', { timeout: 30 * MINUTES }, async () => {
  prove(await sendWithKills(null))
})

test('killed in the middle of sending, nobody gets anything twice: PostgreSQL', { timeout: 30 * MINUTES }, async () => {
  const { url, drop } = await newDatabase('migrated')
  closing.push(drop)
  prove(await sendWithKills(url))
})
