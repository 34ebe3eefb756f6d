import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { AppError } from '../errors.ts'
import { createAnnounce } from './announce.ts'
import { deliverDue } from './deliver-due.ts'
import { forgetOldDeliveries, listDeliveries, sendAgain, sendTest } from './deliveries.ts'
import { changeWebhook, findWebhook, listWebhooks, makeWebhook } from './manage-webhooks.ts'
import { MOST_TRIES } from './retry-times.ts'
import { forgetOldSecrets, rotateSecret } from './secrets.ts'
import { startReceiver } from './testing.ts'

const WHO = { kind: 'commandLine' } as const
const DONE = { type: 'import.completed', data: { importId: 3, created: 7 } } as const
/** The tests push deliveries themselves, on their own clock. */
const PUSH = { send: async () => {} }
const announce = createAnnounce(PUSH)

describeStores('webhooks', (fresh) => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>
  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(() => receiver.close())

  /** A workspace with one webhook, and the clock its deliveries live by. */
  async function hooked({ allowPrivate = true, timeoutMs = 5000 } = {}) {
    const scope = await newScope(await fresh())
    const made = await makeWebhook(scope, WHO, { url: receiver.url, events: ['import.completed'] }, true)
    let ahead = 0
    const now = () => new Date(Date.now() + ahead)
    const wait = (ms: number) => {
      ahead += ms
    }
    const plan = { has: true }
    const maySend = async () => plan.has
    const deliver = () => deliverDue(scope, { now, random: () => 0.5, timeoutMs, allowPrivate, maySend })
    /** lets time pass until the next try, makes it, and tells how many seconds were between the tries */
    const nextTry = async () => {
      const { nextTryAt, triedAt } = await latest(scope, made.id)
      wait(nextTryAt!.getTime() - now().getTime())
      await deliver()
      return Math.round((nextTryAt!.getTime() - triedAt!.getTime()) / 1000)
    }
    return { scope, id: made.id, secret: made.secret, deliver, nextTry, wait, now, plan }
  }

  test('what happened is sent once, signed, and noted', async () => {
    const { scope, id, secret, deliver } = await hooked()
    await announce(scope, DONE)
    await announce(scope, { type: 'import.undone', data: { importId: 3 } })
    await deliver()
    await deliver()
    expect(receiver.got).toHaveLength(1)
    const [received] = receiver.got
    expect(received!.verify(secret)).toMatchObject({
      type: 'import.completed',
      timestamp: expect.any(String),
      data: { workspaceId: scope.workspaceId, importId: 3, created: 7 },
    })
    expect(() => received!.verify('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toThrow()
    expect(await latest(scope, id)).toMatchObject({
      id: received!.id,
      state: 'delivered',
      tries: 1,
      status: 200,
      answer: 'taken',
      trouble: null,
      nextTryAt: null,
    })
  })

  test('nothing is sent of a change that was taken back, and nothing is lost of one that was made', async () => {
    const { scope, deliver } = await hooked()
    const failing = scope.transaction(async (inner) => {
      await announce(inner, DONE)
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    await deliver()
    expect(receiver.got).toEqual([])
    await scope.transaction((inner) => announce(inner, DONE))
    await deliver()
    expect(receiver.got).toHaveLength(1)
  })

  test('failures are tried again with growing pauses, with the same id, until one gets through', async () => {
    const { scope, id, secret, deliver, nextTry } = await hooked()
    receiver.does((response) => response.writeHead(500).end('x'.repeat(5000)))
    await announce(scope, DONE)
    await deliver()
    expect(await latest(scope, id)).toMatchObject({ state: 'waiting', status: 500, trouble: 'status' })
    expect((await latest(scope, id)).answer).toBe('x'.repeat(1024))
    expect([await nextTry(), await nextTry(), await nextTry()]).toEqual([30, 120, 480])
    receiver.does((response) => response.writeHead(204).end())
    expect(await nextTry()).toBe(1920)
    expect(await latest(scope, id)).toMatchObject({ state: 'delivered', tries: 5, status: 204 })
    expect(new Set(receiver.got.map((received) => received.id)).size).toBe(1)
    expect(receiver.got[0]!.verify(secret)).toMatchObject({ type: 'import.completed' })
    expect((await findWebhook(scope, id)).failingSince).toBeNull()
  })

  test('a receiver that hangs keeps no other waiting', async () => {
    const { scope, deliver } = await hooked({ timeoutMs: 120_000 })
    receiver.does(() => {})
    const other = await startReceiver()
    onTestFinished(() => void other.close())
    await makeWebhook(scope, WHO, { url: other.url, events: ['import.completed'] }, true)
    for (let i = 0; i < 12; i++) await announce(scope, DONE)
    const delivering = deliver()
    await expect.poll(() => other.got.length, { timeout: 30_000 }).toBe(12)
    await receiver.close()
    await delivering
  })

  test('what waits for a receiver that did not answer in time waits on, and counts no try for it', async () => {
    const { scope, id, deliver } = await hooked({ timeoutMs: 300 })
    receiver.does(() => {})
    for (let i = 0; i < 9; i++) await announce(scope, DONE)
    await deliver()
    const waiting = await listDeliveries(scope, id, { before: null, limit: 20 })
    expect(waiting.map(({ state, tries }) => `${state} ${tries}`).sort()).toEqual([
      ...Array(4).fill('waiting 0'),
      ...Array(5).fill('waiting 1'),
    ])
  })

  test('after a day of failures it is given up and the webhook turned off, until somebody turns it on', async () => {
    const { scope, id, deliver, nextTry } = await hooked()
    receiver.does((response) => response.writeHead(503).end())
    await announce(scope, DONE)
    await deliver()
    let hours = 0
    for (let tries = 2; tries <= MOST_TRIES; tries++) hours += (await nextTry()) / 3600
    expect(hours).toBeCloseTo(23.2, 0)
    expect(await latest(scope, id)).toMatchObject({ state: 'failed', tries: MOST_TRIES, nextTryAt: null })
    expect(await findWebhook(scope, id)).toMatchObject({ isOn: false, offReason: 'failing', offAt: expect.any(Date) })
    await announce(scope, DONE)
    await deliver()
    expect(receiver.got).toHaveLength(MOST_TRIES)
    receiver.does((response) => response.end())
    await changeWebhook(scope, WHO, id, { isOn: true }, true)
    expect(await findWebhook(scope, id)).toMatchObject({ isOn: true, offReason: null, failingSince: null })
    await announce(scope, DONE)
    await deliver()
    expect(await latest(scope, id)).toMatchObject({ state: 'delivered' })
  })

  test('a receiver that answers 410 is gone at once, with all that waited for it', async () => {
    const { scope, id, deliver, wait } = await hooked()
    receiver.does((response) => response.writeHead(500).end())
    await announce(scope, DONE)
    await deliver()
    receiver.does((response) => response.writeHead(410).end())
    await announce(scope, DONE)
    await deliver()
    expect(await findWebhook(scope, id)).toMatchObject({ isOn: false, offReason: 'gone' })
    wait(3_600_000)
    await deliver()
    const states = (await listDeliveries(scope, id, { before: null, limit: 9 })).map(({ state, trouble }) => [
      state,
      trouble,
    ])
    expect(states).toEqual([
      ['failed', 'status'],
      ['failed', 'off'],
    ])
  })

  test('who hangs, redirects, talks without end or is not there does not hold up the rest', async () => {
    const { scope, id, deliver } = await hooked({ timeoutMs: 400 })
    const now = () => latest(scope, id)
    receiver.does(() => {})
    await announce(scope, DONE)
    await deliver()
    expect(await now()).toMatchObject({ state: 'waiting', status: null, trouble: 'timeout' })
    receiver.does((response) => response.writeHead(302, { location: receiver.url }).end())
    await announce(scope, DONE)
    await deliver()
    expect(await now()).toMatchObject({ state: 'waiting', status: 302, trouble: 'redirect' })
    receiver.does((response) => {
      response.writeHead(200)
      response.write('slowly')
    })
    await announce(scope, DONE)
    await deliver()
    expect(await now()).toMatchObject({ state: 'delivered', status: 200, answer: 'slowly' })
    const count = receiver.got.length
    await receiver.close()
    await announce(scope, DONE)
    await deliver()
    expect(await now()).toMatchObject({ state: 'waiting', status: null, trouble: 'unreachable' })
    expect(receiver.got).toHaveLength(count)
  })

  test('addresses of the own network are refused when they are given, and when their name leads there', async () => {
    const { scope, id, deliver } = await hooked({ allowPrivate: false })
    for (const url of [
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://10.1.2.3/',
      'http://169.254.169.254/',
      'http://localhost/',
    ]) {
      const making = () => makeWebhook(scope, WHO, { url, events: ['data.changed'] }, false)
      expect([url, codeOf(making)]).toEqual([url, 'webhookPrivate'])
    }
    await announce(scope, DONE)
    await deliver()
    expect(await latest(scope, id)).toMatchObject({ state: 'waiting', trouble: 'privateAddress' })
    expect(receiver.got).toEqual([])
  })

  test('a crash in the middle of a try sends again with the same id', async () => {
    const { scope, id, deliver, wait } = await hooked()
    await announce(scope, DONE)
    const crashed = deliverDue(
      { ...scope, transaction: () => Promise.reject(new Error('the power went')) },
      { now: () => new Date(), random: () => 0.5, timeoutMs: 400, allowPrivate: true, maySend: async () => true },
    )
    await expect(crashed).rejects.toThrow('the power went')
    expect(receiver.got).toHaveLength(1)
    await deliver()
    expect(receiver.got).toHaveLength(1)
    wait(61_000)
    await deliver()
    expect(receiver.got.map((received) => received.id)).toEqual(Array(2).fill(receiver.got[0]!.id))
    expect(await latest(scope, id)).toMatchObject({ state: 'delivered', tries: 2 })
  })

  test('two workers send what is due once', async () => {
    const { scope, deliver } = await hooked()
    for (let n = 1; n <= 12; n++) await announce(scope, DONE)
    await Promise.all([deliver(), deliver()])
    expect(new Set(receiver.got.map((received) => received.id)).size).toBe(12)
    expect(receiver.got).toHaveLength(12)
  })

  test('a test goes to one that is off too, and what was sent can be sent again', async () => {
    const { scope, id, deliver } = await hooked()
    await changeWebhook(scope, WHO, id, { isOn: false }, true)
    const sent = await sendTest(scope, PUSH, id)
    await deliver()
    await sendAgain(scope, PUSH, id, sent.id)
    await deliver()
    expect(receiver.got.map((received) => received.id)).toEqual([sent.id, sent.id])
    expect(JSON.parse(receiver.got[0]!.body)).toMatchObject({ type: 'webhook.test' })
  })

  test('a new secret signs at once, the one before it for a day more', async () => {
    const { scope, id, secret, deliver, wait, now } = await hooked()
    const sent = async () => {
      await announce(scope, DONE)
      await deliver()
      return receiver.got.at(-1)!
    }
    const second = await rotateSecret(scope, WHO, id, now())
    const both = await sent()
    for (const each of [secret, second.secret]) expect(both.verify(each)).toMatchObject({ type: DONE.type })
    wait(3_600_000)
    const third = await rotateSecret(scope, WHO, id, now())
    const after = await sent()
    const signers = [secret, second.secret, third.secret]
    expect(signers.map((each) => after.isSignedWith(each))).toEqual([false, true, true])
    wait(24 * 3_600_000)
    const dayAfter = await sent()
    expect(signers.map((each) => dayAfter.isSignedWith(each))).toEqual([false, false, true])
    await forgetOldSecrets(scope, now())
    expect(await findWebhook(scope, id)).toMatchObject({ secret: third.secret, previousSecret: null })
  })

  test('what happens while the plan has no webhooks is held, and goes out when it has them again', async () => {
    const { scope, id, deliver, wait, plan } = await hooked()
    plan.has = false
    await announce(scope, DONE)
    await deliver()
    wait(9 * 24 * 3_600_000)
    expect([await deliver(), receiver.got]).toEqual([null, []])
    expect(await latest(scope, id)).toMatchObject({ state: 'waiting', tries: 0 })
    plan.has = true
    await deliver()
    expect([receiver.got.length, (await latest(scope, id)).state]).toEqual([1, 'delivered'])
  })

  test('deliveries are kept for 30 days, and webhooks are of one workspace', async () => {
    const { scope, id, deliver } = await hooked()
    await announce(scope, DONE)
    await deliver()
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000)
    await forgetOldDeliveries(scope, days(29))
    expect(await listDeliveries(scope, id, { before: null, limit: 9 })).toHaveLength(1)
    await forgetOldDeliveries(scope, days(31))
    expect(await listDeliveries(scope, id, { before: null, limit: 9 })).toEqual([])
    const other = { ...scope, workspaceId: '019aab00-0000-7000-8000-000000000000' }
    expect(await listWebhooks(other, { after: null, limit: 9 })).toEqual([])
    await expect(listDeliveries(other, id, { before: null, limit: 9 })).rejects.toMatchObject({
      code: 'webhookNotFound',
    })
  })
})

async function latest(scope: WorkspaceScope, id: string) {
  return (await listDeliveries(scope, id, { before: null, limit: 1 }))[0]!
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'let through'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
