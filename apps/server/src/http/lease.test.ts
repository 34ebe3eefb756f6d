import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { openScope, openStore } from '../database/index.ts'
import { describeStores, newDataFolder, newScope } from '../database/testing.ts'
import { laterId } from '../later-id.ts'
import { sendKeyed } from './testing.ts'

const PROCESS = new URL('./process-to-kill.ts', import.meta.url).pathname
const SECOND = 1000
const HOUR = 3600 * SECOND

const later = (ms: number) => () => new Date(Date.now() + ms)

test('after a crash in the middle of a write its key says that nobody knows, and not for ever', async () => {
  const dataFolder = newDataFolder('migrated')
  const workspaceId = laterId()
  const [, signal] = await once(spawn(process.execPath, [PROCESS, dataFolder, workspaceId]), 'exit')
  expect(signal).toBe('SIGKILL')
  const store = await openStore({ dataFolder, databaseUrl: null })
  try {
    const send = (ms: number) => sendKeyed(openScope(store, workspaceId), async () => 'done', later(ms))
    expect(await send(0)).toBe('requestAtWork')
    expect(await send(61 * SECOND)).toBe('outcomeUnknown')
    expect(await send(23 * HOUR)).toBe('outcomeUnknown')
    expect(await send(25 * HOUR)).toBe('done')
  } finally {
    await store.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}, 60_000)

describeStores('the lease of a write', (fresh) => {
  afterEach(() => void vi.useRealTimers())

  test('is moved on while its server lives, however long the write takes', async () => {
    const scope = await newScope(await fresh())
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    let now = Date.now()
    const clock = () => new Date(now)
    const end = Promise.withResolvers<string>()
    const begun = Promise.withResolvers<void>()
    const first = sendKeyed(
      scope,
      () => {
        begun.resolve()
        return end.promise
      },
      clock,
    )
    await begun.promise
    const again = () => sendKeyed(scope, async () => 'twice', clock)
    for (let minute = 0; minute < 3; minute++) {
      now += 50 * SECOND
      vi.advanceTimersByTime(50 * SECOND)
      await expect.poll(again).toBe('requestAtWork')
    }
    end.resolve('once')
    expect([await first, await again()]).toEqual(['once', 'once'])
  })
})
