import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'

const BIN = join(import.meta.dirname, '../../bin/comeback.mjs')

let folder: string
let server: ChildProcess
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-cli-backup-'))
  server = spawn(process.execPath, [BIN, 'serve'], { env: settings('served'), stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of createInterface({ input: server.stdout! })) if (line.startsWith('Comeback is at')) break
})
afterAll(async () => {
  server.kill('SIGTERM')
  await once(server, 'exit')
  rmSync(folder, { recursive: true })
})

const settings = (data: string) => ({
  ...process.env,
  COMEBACK_DATA: join(folder, data),
  COMEBACK_NO_OPEN: '1',
  PORT: '0',
})

function comeback(data: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: folder, env: settings(data) }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

test('a served folder is backed up through its server, checked, and restored into an empty one only', {
  timeout: 180_000,
}, async () => {
  const saved = await comeback('served', 'backup', 'all.tar.gz')
  expect(saved).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^\d{4,} rows of \d+ tables .*whole\)\n$/),
  })
  expect(statSync(join(folder, 'all.tar.gz')).mode & 0o777).toBe(0o600)
  expect(await comeback('served', 'restore', '--check', 'all.tar.gz')).toMatchObject({ code: 0, err: '' })

  expect(await comeback('served', 'restore', '--force', 'all.tar.gz')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^comeback: Another Comeback runs on .*http.*\n$/),
  })
  expect(await comeback('other', 'restore', 'all.tar.gz')).toMatchObject({
    ...{ code: 0, err: '' },
    out: expect.stringContaining('Nothing is sent to clients from it'),
  })
  expect((await comeback('other', 'go')).out).toBe('1 workspaces act by themselves again\n')
  expect((await comeback('served', 'go')).out).toBe('nothing waited\n')
  expect(await comeback('other', 'restore', 'all.tar.gz')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^comeback: .*other is not empty; --force would overwrite .*workspaces \(2\)\n$/),
  })
  expect((await comeback('other', 'backup', 'all.tar.gz')).err).toBe(
    'comeback: all.tar.gz exists already: give another name, for example with the date\n',
  )
  expect((await comeback('nowhere', 'backup', 'none.tar.gz')).err).toMatch(
    /^comeback: there is no database in .*nowhere/,
  )
})
