import { type ChildProcess, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newDataFolder } from '../database/testing.ts'

// A real process on a real data folder, killed without warning while it stores a file, again and again.

const LINES = 20_000
const KILLS = 2
const PROCESS = new URL('./process-to-kill.ts', import.meta.url).pathname

let folder: string
let child: ChildProcess | null = null
const places: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-crash-'))
  writeFileSync(join(folder, 'visits.csv'), visits())
})
afterEach(async () => {
  if (child) await kill(child)
  for (const each of [folder, ...places.splice(0)]) rmSync(each, { recursive: true })
})

interface Report {
  done: number
  finished: { state: string; result: object; rows: string } | null
}

/** Starts the process, which imports visits.csv or goes on with it, and hands every report to `look` until it says stop. */
async function run(data: string, look: (report: Report) => boolean) {
  child = spawn(process.execPath, [PROCESS, data, join(folder, 'visits.csv')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let stopped = false
  for await (const [report] of on(child, 'message', { close: ['exit'] }) as AsyncIterable<[Report]>) {
    stopped = look(report)
    if (stopped) break
  }
  expect(stopped, 'the process ended by itself').toBe(true)
  await kill(child)
}

async function kill(process: ChildProcess) {
  if (process.exitCode !== null || process.signalCode !== null) return
  process.kill('SIGKILL')
  await once(process, 'exit')
}

async function finish(data: string) {
  let finished: Report['finished'] = null
  await run(data, (report) => {
    finished = report.finished
    return finished !== null
  })
  return finished
}

test('an import killed several times ends as one that was left alone', { timeout: 300_000 }, async () => {
  places.push(newDataFolder('migrated'), newDataFolder('migrated'))
  const [quiet, deadly] = places as [string, string]
  const alone = await finish(quiet)

  let reached = 0
  for (let i = 1; i <= KILLS; i++) {
    await run(deadly, ({ done, finished }) => {
      expect(finished).toBeNull()
      expect(done).toBeGreaterThanOrEqual(reached)
      if (done <= (LINES * i) / (KILLS + 1)) return false
      reached = done
      return true
    })
  }
  expect(await finish(deadly)).toEqual(alone)
  expect(alone).toMatchObject({ state: 'done', result: { created: LINES, updated: 0, unchanged: 0 } })
})

function visits(): string {
  const rows = Array.from({ length: LINES }, (_, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + (i % 2000))).toISOString().slice(0, 10)
    return `b${i},k${i % 5000},${day} 10:00,Марта ${i % 7},Стрижка,${i % 900}`
  })
  return `appointment_id,client_id,starts_at,staff,service,price\n${rows.join('\n')}\n`
}
