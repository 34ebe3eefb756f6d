import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newDataFolder } from '../database/testing.ts'
import { Readiness } from './readiness.ts'
import { stopServing } from './stop-serving.ts'
import { kill, type ServerProcess, startProcess, visitFile } from './testing.ts'

let folder: string
let server: ServerProcess | null
beforeEach(() => {
  folder = newDataFolder('served')
  server = null
})
afterEach(async () => {
  if (server) await kill(server)
  rmSync(folder, { recursive: true })
})

/** An upload whose second half comes only when `finish` is called. */
function slowUpload({ call }: ServerProcess) {
  const { promise: rest, resolve: finish } = Promise.withResolvers<void>()
  const csv = Buffer.from(visitFile(0, 10))
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(csv.subarray(0, 100))
      await rest
      controller.enqueue(csv.subarray(100))
      controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  return { answer: call<{ state: string }>('/api/imports?name=visits.csv', init), finish }
}

test('a running request is answered, new ones are not taken, and the process ends well', async () => {
  server = await startProcess(folder, { COMEBACK_DRAIN_SECONDS: '1' })
  const { answer, finish } = slowUpload(server)
  await wait(300)
  server.child.kill('SIGTERM')
  await wait(200)
  const ready = await fetch(`${server.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', reason: 'shuttingDown' }])
  await wait(1200)
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed')
  expect(server.child.exitCode).toBeNull()
  finish()
  expect((await answer).state).toBe('inspecting')
  const answered = performance.now()
  expect(await server.exited).toBe(0)
  expect(performance.now() - answered).toBeLessThan(5000)
})

test('a second signal ends it at once', async () => {
  server = await startProcess(folder)
  const { answer } = slowUpload(server)
  const cut = expect(answer).rejects.toThrow()
  await wait(300)
  server.child.kill('SIGINT')
  await wait(700)
  expect(server.child.exitCode).toBeNull()
  server.child.kill('SIGINT')
  expect(await server.exited).toBe(1)
  await cut
})

test('a request that does not end is cut off after the limit', async () => {
  const http = createServer(() => {}).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const asked = fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const cut = expect(asked).rejects.toThrow('fetch failed')
  await wait(100)
  const readiness = new Readiness({} as never)
  const begin = performance.now()
  await stopServing(http, { readiness, settings: { drainSeconds: 0 } }, 300)
  expect(performance.now() - begin).toBeGreaterThan(250)
  await cut
  expect(await readiness.reason()).toBe('shuttingDown')
})
