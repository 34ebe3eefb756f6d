import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRunningServer, lockFolder } from './folder-lock.ts'

const LOCK_MODULE = new URL('./folder-lock.ts', import.meta.url).href

let folder: string
let holder: ChildProcess | null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-lock-'))
  holder = null
})
afterEach(async () => {
  if (holder) await kill(holder)
  rmSync(folder, { recursive: true })
})

/** Another process that has taken the folder and announced its address. */
async function startHolder(): Promise<ChildProcess> {
  const script = `
    import { lockFolder } from ${JSON.stringify(LOCK_MODULE)}
    lockFolder(${JSON.stringify(folder)}).announce('http://127.0.0.1:4600')
    console.log('locked')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a second process is refused and told who is there and where', async () => {
  holder = await startHolder()
  const running = { pid: holder.pid, url: 'http://127.0.0.1:4600' }
  expect(findRunningServer(folder)).toEqual(running)
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({
      code: 'dataFolderInUse',
      details: { file: folder, value: String(running.pid), address: running.url },
    }),
  )
})

test('what a killed process leaves behind keeps nobody out', async () => {
  holder = await startHolder()
  await kill(holder)
  expect(findRunningServer(folder)).toBeNull()
  const lock = lockFolder(folder)
  expect(findRunningServer(folder)).toEqual({ pid: process.pid, url: null })
  lock.release()
  expect(findRunningServer(folder)).toBeNull()
})

test('the same process cannot take a folder twice', () => {
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'dataFolderInUse' }))
  lock.release()
  lockFolder(folder).release()
})

test('a folder nobody ever used has no server and is not made by asking', () => {
  expect(findRunningServer(join(folder, 'none'))).toBeNull()
  expect(() => rmSync(join(folder, 'none'))).toThrow()
})
