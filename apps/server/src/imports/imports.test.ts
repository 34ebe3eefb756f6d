import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadLineTable } from '../book/index.ts'
import type { DriverStore, WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { routes } from '../http/env.ts'
import { answerError } from '../http/errors.ts'
import { OWNER } from '../testing.ts'
import { readWorkspace } from '../workspace/index.ts'
import { failureOf } from './failure.ts'
import { filesOf } from './import-files.ts'
import { importRoutes } from './routes.ts'
import type { ImportAnswer } from './schemas.ts'
import { type RunningImports, startImports } from './start-imports.ts'

type Import = z.infer<typeof ImportAnswer>

const HEADER = 'appointment_id,client_id,client_name,starts_at,staff,service,price'
const FIRST = `${HEADER}\na1,c1,Олена,2026-03-01 10:00,Марта,Стрижка,800\na2,c2,Іра,2026-03-02 11:00,Кароліна,Манікюр,500\n`
const NEWER = `${HEADER}\na1,c1,Олена Коваль,2026-03-01 10:00,Марта,Стрижка,900\na3,c3,Ніна,2026-03-03 12:00,Юлія,Манікюр,500\n`
const BUSY = ['uploading', 'inspecting', 'storing', 'cancelling', 'undoing']

describeStores('imports', (fresh) => {
  let folder: string
  let store: DriverStore
  let scope: WorkspaceScope
  let running: RunningImports
  let app: ReturnType<typeof createApp>

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comeback-imports-'))
    store = await fresh()
    scope = await newScope(store)
    await start()
  })
  afterEach(async () => {
    await running.stop()
    rmSync(folder, { recursive: true })
  })

  async function start(maxUploadBytes = 10_000_000) {
    running = await startImports(store, { dataFolder: folder, maxUploadBytes }, async () => {})
    app = createApp()
  }
  function createApp() {
    const app = routes()
    app.onError(answerError)
    app.use(async (c, next) => {
      c.set('scope', scope)
      c.set('actor', OWNER)
      c.set('who', { kind: 'commandLine' })
      await next()
    })
    return app.route('/', importRoutes(running))
  }
  async function call(path: string, init?: RequestInit): Promise<Import> {
    const response = await app.request(path, init)
    const body = (await response.json()) as Import & { error: { code: string } }
    if (!response.ok) throw new Error(body.error.code)
    return body
  }
  const post = (path: string, body?: BodyInit) => call(path, { method: 'POST', ...(body !== undefined && { body }) })
  async function settled(id: number): Promise<Import> {
    for (;;) {
      const found = await call(`/imports/${id}`)
      if (!BUSY.includes(found.state)) return found
      await wait(20)
    }
  }
  const upload = async (body: BodyInit, name = 'visits.csv') => settled((await post(`/imports?name=${name}`, body)).id)
  async function importFile(body: string): Promise<Import> {
    const { id } = await upload(body)
    await post(`/imports/${id}/confirm`)
    return settled(id)
  }
  const seen = async () => ({ ...(await loadLineTable(scope)), version: 0 })

  test('a file is inspected, stored once confirmed, and changes nothing the second time', async () => {
    const ready = await upload(FIRST, 'березень.csv')
    expect(ready).toMatchObject({ id: 1, fileName: 'березень.csv', state: 'ready', result: null, error: null })
    expect(ready.inspection).toMatchObject({
      format: 'csv',
      missing: [],
      rejectCount: 0,
      quality: { used: 2, clients: 2 },
    })
    expect((await seen()).lines.length).toBe(0)

    await post('/imports/1/confirm')
    const result = { created: 2, updated: 0, unchanged: 0, clientsCreated: 2 }
    expect(await settled(1)).toMatchObject({ state: 'done', progress: null, result })
    expect((await seen()).lines.names.staff).toEqual(['', 'Марта', 'Кароліна'])
    await expect.poll(() => existsSync(filesOf(running.folder, scope.workspaceId, 1).upload)).toBe(false)

    const again = { created: 0, updated: 0, unchanged: 2, clientsCreated: 0 }
    expect(await importFile(FIRST)).toMatchObject({ state: 'done', result: again })
  })

  test('the last import can be undone, the one before it after that', async () => {
    await importFile(FIRST)
    const before = await seen()
    expect(await importFile(NEWER)).toMatchObject({
      result: { created: 1, updated: 1, unchanged: 0, clientsCreated: 1 },
    })
    await expect(post('/imports/1/undo')).rejects.toThrow('nothingToUndo')

    // what was set since is nobody's to take back
    await scope.db.update(workspaces).set({ currency: 'EUR' }).where(eq(workspaces.id, scope.workspaceId))
    expect(await post('/imports/2/undo')).toMatchObject({ state: 'undoing' })
    expect((await readWorkspace(scope)).currency).toBe('EUR')
    expect(await seen()).toEqual(before)
    expect(await settled(2)).toMatchObject({ state: 'undone' })
    expect(await seen()).toEqual(before)
    await expect(post('/imports/2/undo')).rejects.toThrow('nothingToUndo')

    await post('/imports/1/undo')
    await settled(1)
    expect((await seen()).lines).toMatchObject({ length: 0, clients: 0 })
  })

  test('cancelled while it is stored, everything it wrote is taken back', async () => {
    await importFile(FIRST)
    const before = await seen()
    const { id } = await upload(manyVisits(20_000))
    await post(`/imports/${id}/confirm`)
    while (!(await call(`/imports/${id}`)).progress?.done) await wait(5)
    expect(await post(`/imports/${id}/cancel`)).toMatchObject({ state: 'cancelling' })
    expect(await settled(id)).toMatchObject({ state: 'cancelled', result: null, error: null })
    expect(await seen()).toEqual(before)
    expect(existsSync(filesOf(running.folder, scope.workspaceId, id).folder)).toBe(false)
  })

  test('a stopped server goes on where it was', async () => {
    const { id } = await upload(manyVisits(20_000))
    await post(`/imports/${id}/confirm`)
    while (!(await call(`/imports/${id}`)).progress?.done) await wait(5)
    await running.stop()
    const { state, progress } = await call(`/imports/${id}`)
    expect(state).toBe('storing')
    expect(progress?.done).toBeLessThan(20_000)
    await start()
    expect(await settled(id)).toMatchObject({ state: 'done', result: { created: 20_000, updated: 0, unchanged: 0 } })
    expect((await seen()).lines.length).toBe(20_000)
  })

  test('columns nobody recognised are mapped by hand, also after a wrong try', async () => {
    const { id, inspection } = await upload('Хто,Щось,Ще\nОлена,2026-03-01,c1\n')
    expect(inspection?.missing).not.toEqual([])
    expect(inspection?.quality).toBeNull()
    await expect(post(`/imports/${id}/confirm`)).rejects.toThrow('importNotReady')

    const patch = (body: object) =>
      call(`/imports/${id}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
    await patch({ mapping: { starts_at: 'Нема такої' } })
    const wrong = await settled(id)
    expect(wrong).toMatchObject({
      state: 'ready',
      error: { code: 'unreadableFile', details: { reason: 'badMapping' } },
    })
    await expect(post(`/imports/${id}/confirm`)).rejects.toThrow('importNotReady')

    await patch({ mapping: { starts_at: 'Щось', client_id: 'Ще', client_name: 'Хто' }, settings: { currency: 'USD' } })
    expect(await settled(id)).toMatchObject({
      state: 'ready',
      error: null,
      inspection: { missing: [], quality: { used: 1 }, settings: { currency: 'USD', pastScheduled: 'completed' } },
    })
    await patch({ settings: { pastScheduled: 'ignored' } })
    await settled(id)
    await post(`/imports/${id}/confirm`)
    expect(await settled(id)).toMatchObject({ state: 'done', result: { created: 1 } })
    expect((await seen()).settings.pastScheduled).toBe('ignored')
    expect(await scope.db.select({ currency: workspaces.currency }).from(workspaces)).toEqual([{ currency: 'USD' }])
  })

  test('what cannot be used is listed, the rest imported', async () => {
    const done = await importFile(`${FIRST}a9,c9,Ліна,2026-02-31,Марта,=SUM(A1),800\n`)
    expect(done).toMatchObject({ state: 'done', result: { created: 2 }, inspection: { rejectCount: 1 } })
    expect(done.inspection?.rejects).toMatchObject([{ row: 4, code: 'impossibleDate' }])
    const csv = await app.request('/imports/1/rejects.csv?lang=en')
    expect(csv.status).toBe(200)
    expect(await csv.text()).toContain("'=SUM(A1)")
  })

  test('a file that is none, is empty or too large leaves a clear answer and nothing behind', async () => {
    expect(await upload(new Uint8Array([0, 1, 2, 255, 0, 7]), 'photo.csv')).toMatchObject({
      state: 'failed',
      error: { code: 'unreadableFile' },
      inspection: null,
    })
    await expect(post('/imports?name=empty.csv', '')).rejects.toThrow('emptyUpload')
    await running.stop()
    await start(1000)
    await expect(post('/imports?name=big.csv', 'x'.repeat(2000))).rejects.toThrow('uploadTooLarge')
    const { imports } = (await (await app.request('/imports')).json()) as { imports: Import[] }
    expect(imports.map(({ id }) => id)).toEqual([1])
    expect(existsSync(filesOf(running.folder, scope.workspaceId, 2).folder)).toBe(false)
  })

  test('a full disk is said as such, and nothing of the upload is left', async () => {
    const { folder, upload: path } = filesOf(running.folder, scope.workspaceId, 1)
    mkdirSync(folder, { recursive: true })
    symlinkSync('/dev/full', path)
    await expect(upload(FIRST)).rejects.toThrow('diskFull')
    expect(existsSync(folder)).toBe(false)
    expect(await importFile(FIRST)).toMatchObject({ state: 'done' })
    const wrapped = new Error('Failed query', { cause: Object.assign(new Error('no space'), { code: '53100' }) })
    expect(failureOf(wrapped)).toMatchObject({ code: 'diskFull' })
  })

  test('an import discarded before it is stored leaves nothing', async () => {
    const { id } = await upload(FIRST)
    expect(await post(`/imports/${id}/cancel`)).toMatchObject({ state: 'cancelled' })
    await expect(post(`/imports/${id}/confirm`)).rejects.toThrow('importNotReady')
    await expect(post(`/imports/${id}/cancel`)).rejects.toThrow('importNotReady')
    await expect(post('/imports/77/confirm')).rejects.toThrow('importNotFound')
    expect((await seen()).lines.length).toBe(0)
  })

  test('a file that cannot be stored any more fails and leaves the book as it was', async () => {
    await importFile(FIRST)
    const before = await seen()
    const { id } = await upload(NEWER)
    rmSync(filesOf(running.folder, scope.workspaceId, id).upload)
    await post(`/imports/${id}/confirm`)
    expect(await settled(id)).toMatchObject({
      state: 'failed',
      error: { code: 'unreadableFile', details: { reason: 'fileNotFound' } },
      result: null,
    })
    expect(await seen()).toEqual(before)
    await post('/imports/1/undo')
    expect(await settled(1)).toMatchObject({ state: 'undone' })
  })

  test('two files confirmed at once are stored one after the other', async () => {
    const [first, second] = [await upload(FIRST), await upload(NEWER)]
    await Promise.all([post(`/imports/${first.id}/confirm`), post(`/imports/${second.id}/confirm`)])
    await expect(post(`/imports/${first.id}/undo`)).rejects.toThrow(/importRunning|nothingToUndo/)
    expect(await settled(first.id)).toMatchObject({ state: 'done', result: { created: 2 } })
    expect(await settled(second.id)).toMatchObject({ state: 'done', result: { created: 1, updated: 1 } })
  })
})

function manyVisits(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + (i % 2000))).toISOString().slice(0, 10)
    return `b${i},k${i % 3000},,${day} 10:00,Марта,Стрижка,${i % 900}`
  })
  return `${HEADER}\n${rows.join('\n')}\n`
}
