import { type AddressInfo, createServer } from 'node:net'
import { type Day, parseDay } from '@comeback/retention'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { eraseClients } from '../book/index.ts'
import type { SendOutcome } from '../channels/index.ts'
import { senderOf } from '../channels/open-sender.ts'
import { accountOf, reachHere } from '../channels/testing.ts'
import { recordConsent } from '../consent/index.ts'
import { describeStores } from '../database/testing.ts'
import { applyReport, forgetMessages } from '../messages/index.ts'
import { finishDrained } from './campaign-source.ts'
import { checkCampaign } from './check-campaign.ts'
import { findCampaign } from './manage-campaigns.ts'
import { approveCampaign, sendCampaign } from './send-campaign.ts'
import { pauseCampaign, resumeCampaign, sendAgain, stopCampaign } from './steer-campaign.ts'
import { campaigns } from './tables.ts'
import { ago, campaignWorld, countStates, OLENA, OWNER, salonOf } from './testing.ts'

const IRA = { kind: 'user', id: '01a203e5-0000-7000-8000-00000000000b', name: 'Іра' } as const
const PUSH = { push: async () => {} }
const OK: SendOutcome = { kind: 'sent', providerId: null }
const failed = (reason: 'refused' | 'limited' | 'unavailable', more: Partial<SendOutcome> = {}): SendOutcome =>
  ({ kind: 'failed', reason, final: reason === 'refused', retryAfterMs: null, detail: '', ...more }) as SendOutcome

describeStores('sending a campaign', (_, __, shared) => {
  let opened: ReturnType<typeof shared> | null = null
  const store = () => {
    opened ??= shared()
    return opened
  }

  test('everybody gets their text and their bonuses once, however often it is launched and delivered', async () => {
    const world = await campaignWorld(await store())
    const bonus = { points: 500, days: 30 }
    const text = '{{firstName}}, вам {{bonuses}}! {{link}}'
    const campaign = await world.start({ text, bonus, link: { kind: 'request' } })
    await world.launch()
    await world.deliver('sms')
    await world.deliver('sms')
    expect(world.sent).toHaveLength(20)
    expect(world.sent[0]!.message).toMatchObject({
      to: expect.stringMatching(/^\+38067/),
      text: expect.stringMatching(/^Ім’я\d+, вам 500 бонусів! https:\/\/s\.test\/l\/\d+$/),
      unsubscribeUrl: expect.stringContaining('/u/'),
    })
    expect(new Set(world.sent.map(({ message }) => message.to)).size).toBe(20)
    expect(world.given.size).toBe(20)
    expect(countStates(await world.messagesOf(campaign))).toEqual({ sent: 20 })
    expect(await findCampaign(world.scope, campaign.id)).toMatchObject({ state: 'done', sentBy: 'Олена' })
  })

  test('who has come since the list was made is passed over; a rule says by itself who is in a group', async () => {
    const world = await campaignWorld(await store())
    const { scope, ports } = world
    const columns = await world.cache.get(scope)
    const on = { today: parseDay(ago(0))!, now: new Date() }
    const check = async (awayOn: Day | null) => {
      const { contacted, skipped } = await checkCampaign(
        scope,
        { ...ports, awayOn: async () => awayOn },
        columns,
        await world.make({}),
        on,
      )
      return { contacted, skipped }
    }
    // everybody was last here 60 days ago
    expect(await check(parseDay(ago(60)))).toEqual({ contacted: 20, skipped: {} })
    expect(await check(parseDay(ago(61)))).toEqual({ contacted: 0, skipped: { cameMeanwhile: 20 } })
    expect(await check(null)).toEqual({ contacted: 20, skipped: {} })
  })

  test('each client gets the words of their own language, and who has none the first ones', async () => {
    const { rows, people } = salonOf(6)
    people.c1!.language = 'ru'
    people.c2!.language = 'en'
    people.c3!.language = 'uk'
    const world = await campaignWorld(await store(), { rows, people })
    const campaign = await world.make({
      channels: ['email'],
      bonus: { points: 2, days: 30 },
      ...{ subject: 'Вітаємо', text: '{{firstName}}, вам {{bonuses}}' },
      translations: [{ language: 'ru', subject: 'Здравствуйте', text: 'Вам {{bonuses}} до {{bonusExpires}}' }],
    })
    const on = { today: parseDay(ago(0))!, now: new Date() }
    const columns = await world.cache.get(world.scope)
    const { languages, problems } = await checkCampaign(world.scope, world.ports, columns, campaign, on)
    expect([languages, problems]).toEqual([
      [
        { language: 'uk', clients: 5 },
        { language: 'ru', clients: 1 },
      ],
      [],
    ])
    const half = await world.make({
      ...campaign.plan,
      translations: [{ language: 'en', subject: '', text: '{{first}}' }],
    })
    expect((await checkCampaign(world.scope, world.ports, columns, half, on)).problems).toEqual([
      { code: 'noSubject', value: 'en' },
      { code: 'unknownField', value: 'first' },
    ])

    await sendCampaign(world.scope, campaign.id, world.sending())
    await world.launch()
    await world.deliver('email')
    const said = new Map(world.sent.map(({ message }) => [message.to, `${message.subject}: ${message.text}`]))
    expect(said.get('c1@a.test')).toMatch(/^Здравствуйте: Вам 2 бонуса до \d+ [а-я]+/)
    expect(said.get('c2@a.test')).toBe('Вітаємо: Ім’я1, вам 2 бонуси')
    expect([...said.values()].filter((text) => text.startsWith('Вітаємо'))).toHaveLength(5)
  })

  test('of two who press Send together one sends', async () => {
    const world = await campaignWorld(await store())
    const { id } = await world.make({})
    const pressed = await Promise.allSettled(
      [OLENA, IRA].map((who) => sendCampaign(world.scope, id, { ...world.sending(), who })),
    )
    expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = pressed.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'campaignWrongState' })
    await Promise.all([world.launch(), world.launch()])
    await Promise.all([world.deliver('sms'), world.deliver('sms')])
    expect(new Set(world.sent.map(({ message }) => message.to)).size).toBe(world.sent.length)
    expect(world.sent).toHaveLength(20)
  })

  test('who is held out, booked, erased, without consent or a second owner of a phone gets nothing, with the reason', async () => {
    const { rows, people } = salonOf(40)
    people.c2!.phone = people.c1!.phone!
    people.c3!.phone = ''
    rows.push({ client: 'c4', day: '2099-01-05', status: 'scheduled', bookedDay: '2026-01-01' })
    const world = await campaignWorld(await store(), { rows, people })
    await eraseClients(world.scope, [5])
    await recordConsent(world.scope, OLENA, 6, {
      channel: 'sms',
      purpose: 'marketing',
      granted: false,
      source: 'stopReply',
    })
    const campaign = await world.start({ holdoutShare: 0.2 })
    // between queueing and sending
    const [last] = (await world.messagesOf(campaign)).slice(-1)
    await eraseClients(world.scope, [last!.clientId])
    await forgetMessages(world.scope, [last!.clientId])
    await world.deliver('sms')
    expect(world.sent).toHaveLength(35 - 7 - 1)
    expect(countStates(await world.messagesOf(campaign))).toEqual({ sent: 27, skipped: 1 })
    const again = await world.start({ holdoutShare: 0.2 })
    await world.deliver('sms')
    // those held out before were not written to
    expect(countStates(await world.messagesOf(again)).sent).toBeLessThanOrEqual(7)
  })

  test('falls back on the next channel after a definite failure or a bounce, never after one nobody knows', async () => {
    const world = await campaignWorld(await store())
    world.gateway = (message, channel) => {
      if (channel === 'email') return { kind: 'sent', providerId: message.id }
      const last = Number(message.to.at(-1))
      if (last < 3) return failed('refused')
      return last < 6 ? { kind: 'unknown', detail: 'cut' } : { kind: 'sent', providerId: `g${message.to}` }
    }
    const campaign = await world.start({ channels: ['sms', 'email'] })
    await world.deliver('sms')
    expect(countStates(await world.messagesOf(campaign))).toEqual({ failed: 6, unknown: 6, sent: 8, queued: 6 })
    const report = { channel: 'sms', messageId: null, at: new Date(), detail: 'absent' } as const
    const bounced = world.sent.filter(({ message }) => message.to.endsWith('9'))
    for (const { message } of bounced) {
      await applyReport(world.scope, PUSH, { ...report, state: 'bounced', providerId: `g${message.to}` })
      await applyReport(world.scope, PUSH, { ...report, state: 'bounced', providerId: `g${message.to}` })
    }
    await world.deliver('email')
    expect(countStates(await world.messagesOf(campaign))).toEqual({ failed: 6, unknown: 6, sent: 14, bounced: 2 })
    const { again } = await sendAgain(world.scope, PUSH, OLENA, campaign.id, 'unknown')
    expect(again).toBe(6)
  })

  test('a gateway that throws or does not answer may have sent: nobody is written to again by itself', async () => {
    const world = await campaignWorld(await store())
    world.gateway = ({ to }) => {
      if (to.endsWith('1')) throw new Error('socket hang up')
      return to.endsWith('2') ? new Promise(() => {}) : { kind: 'sent', providerId: null }
    }
    const campaign = await world.start({})
    await world.deliver('sms')
    await world.deliver('sms')
    expect(world.sent).toHaveLength(20)
    expect(countStates(await world.messagesOf(campaign))).toEqual({ sent: 16, unknown: 4 })
  })

  test('what a mail server that never greets did not take is tried again', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    reachHere()
    const { port } = server.address() as AddressInfo
    const values = { host: '127.0.0.1', port: String(port), security: 'none', from: 'salon@a.test' }
    const world = await campaignWorld(await store())
    world.ports.openSender = async () => ({
      sender: senderOf(accountOf('smtp', values), 'Салон'),
      perSecond: 500,
      costOf: () => ({ parts: 1, minor: 0 }),
    })
    const campaign = await world.start({ channels: ['email'], subject: 'Вітаємо' })
    await world.deliver('email')
    const rows = await world.messagesOf(campaign)
    expect(new Set(rows.map(({ state, trouble }) => `${state} ${trouble}`))).toEqual(new Set(['queued unavailable']))
  })

  test('a gateway that wants a pause gets it, and then the rest', async () => {
    const world = await campaignWorld(await store())
    world.perSecond = 4
    let refusals = 0
    world.gateway = () => {
      if (world.sent.length !== 3 || refusals++ > 0) return { kind: 'sent', providerId: null }
      return failed('limited', { retryAfterMs: 1500 } as Partial<SendOutcome>)
    }
    const campaign = await world.start({})
    await world.deliver('sms')
    const before = world.sent.length
    expect(before).toBeLessThan(6)
    const waiting = (await world.messagesOf(campaign)).filter(({ state }) => state === 'queued')
    expect(waiting).toHaveLength(20 - before + 1)
    await world.deliver('sms')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    world.perSecond = 500
    await world.deliver('sms')
    expect(countStates(await world.messagesOf(campaign))).toEqual({ sent: 20 })
    expect(world.sent).toHaveLength(21)
    const [pause] = world.sent.slice(before, before + 1)
    expect(pause!.at - world.sent[before - 1]!.at).toBeGreaterThan(1400)
  })

  test('never more than so many begin in any one second, however often the sender is started anew', async () => {
    const world = await campaignWorld(await store(), salonOf(60))
    Object.assign(world, { perSecond: 15, quietMs: 1000 })
    world.gateway = () =>
      world.sent.length === 20 ? failed('limited', { retryAfterMs: 10 } as Partial<SendOutcome>) : OK
    await world.start({})
    while (world.sent.length < 61) await world.deliver('sms')
    const times = world.sent.map(({ at }) => at)
    for (let i = 15; i < times.length; i++) expect(times[i]! - times[i - 15]!).toBeGreaterThanOrEqual(1000)
  })

  test('paused, nothing leaves; it goes on, and stopped it ends', async () => {
    const world = await campaignWorld(await store())
    const campaign = await world.start({})
    await pauseCampaign(world.scope, OLENA, campaign.id)
    await world.deliver('sms')
    expect(world.sent).toEqual([])
    world.gateway = () => failed('unavailable')
    await resumeCampaign(world.scope, PUSH, OLENA, campaign.id)
    await world.deliver('sms')
    expect(countStates(await world.messagesOf(campaign))).toEqual({ queued: 20 })
    await stopCampaign(world.scope, OLENA, campaign.id)
    await world.deliver('sms')
    expect(world.sent).toHaveLength(20)
    expect(countStates(await world.messagesOf(campaign))).toEqual({ skipped: 20 })
    expect((await findCampaign(world.scope, campaign.id)).state).toBe('stopped')
    await expect(resumeCampaign(world.scope, PUSH, OLENA, campaign.id)).rejects.toMatchObject({
      code: 'campaignWrongState',
    })
  })

  test('a channel that is not set up any more pauses the campaign and loses nothing', async () => {
    const world = await campaignWorld(await store())
    const campaign = await world.start({})
    world.off = ['sms']
    await world.deliver('sms')
    expect(await findCampaign(world.scope, campaign.id)).toMatchObject({ state: 'paused', pausedBecause: 'notSetUp' })
    world.off = []
    await resumeCampaign(world.scope, PUSH, OLENA, campaign.id)
    await world.deliver('sms')
    expect(countStates(await world.messagesOf(campaign))).toEqual({ sent: 20 })
  })

  test('in quiet hours nothing is drawn or sent, and what waits is known', async () => {
    const world = await campaignWorld(await store())
    const hour = Temporal.Now.plainTimeISO('Europe/Kyiv')
    const at = (hours: number) => hour.add({ hours }).toString({ smallestUnit: 'minute' }).slice(0, 5)
    const campaign = await world.make({ quiet: { from: at(-1), to: at(1) } })
    await sendCampaign(world.scope, campaign.id, world.sending())
    const next = await world.launch()
    expect(next!.getTime() - Date.now()).toBeGreaterThan(3_400_000)
    expect(await findCampaign(world.scope, campaign.id)).toMatchObject({ state: 'scheduled', launchedAt: null })
    await stopCampaign(world.scope, OLENA, campaign.id)
    expect(await findCampaign(world.scope, campaign.id)).toMatchObject({ state: 'draft', startsAt: null })
  })

  test('reports move a message on, never back, late and often as they come, also from unknown', async () => {
    const world = await campaignWorld(await store(), salonOf(2))
    world.gateway = ({ to }) =>
      to.endsWith('0') ? { kind: 'unknown', detail: '' } : { kind: 'sent', providerId: 'p1' }
    const campaign = await world.start({})
    await world.deliver('sms')
    const report = { channel: 'sms', providerId: null, messageId: null, at: new Date(), detail: '' } as const
    const first = world.sent.find(({ message }) => message.to.endsWith('0'))!.message.id
    const states = async () => (await world.messagesOf(campaign)).map(({ state }) => state)
    await applyReport(world.scope, PUSH, { ...report, messageId: first, state: 'delivered' })
    await applyReport(world.scope, PUSH, { ...report, providerId: 'p1', state: 'read' })
    expect(await states()).toEqual(['delivered', 'read'])
    await applyReport(world.scope, PUSH, { ...report, providerId: 'p1', state: 'delivered' })
    await applyReport(world.scope, PUSH, { ...report, messageId: first, state: 'bounced' })
    expect(await states()).toEqual(['delivered', 'read'])
    await applyReport(world.scope, PUSH, { ...report, providerId: 'made up', state: 'bounced' })
  })

  test('what a crash interrupted is unknown to the next sender', async () => {
    const world = await campaignWorld(await store(), salonOf(8))
    const campaign = await world.start({})
    const broken = { ...world.scope, transaction: world.scope.transaction }
    let writes = 0
    broken.transaction = (work) => {
      if (++writes > 1) return Promise.reject(new Error('the power went'))
      return world.scope.transaction(work)
    }
    void world.deliver('sms', broken).catch(() => {})
    await expect.poll(() => world.sent.length, { timeout: 5000 }).toBe(8)
    await world.deliver('sms')
    expect(world.sent).toHaveLength(8)
    expect(countStates(await world.messagesOf(campaign))).toEqual({ unknown: 8 })
    expect((await findCampaign(world.scope, campaign.id)).state).toBe('done')
  })

  test('a crash between the last message and the end of its campaign leaves nothing at sending', async () => {
    const world = await campaignWorld(await store(), salonOf(3))
    const [over, going] = [await world.start({}), await world.start({ channels: ['email'] })]
    await world.deliver('sms')
    const isOver = eq(campaigns.id, over.id)
    await world.scope.db.update(campaigns).set({ state: 'sending', finishedAt: null }).where(isOver)
    await finishDrained(world.scope.db)
    const states = await Promise.all([over, going].map(({ id }) => findCampaign(world.scope, id)))
    expect(states.map(({ state, finishedAt }) => [state, finishedAt !== null])).toEqual([
      ['done', true],
      ['sending', false],
    ])
  })

  test('a large campaign needs the yes of somebody else, an owner’s own excepted', async () => {
    const world = await campaignWorld(await store())
    const { id } = await world.make({})
    const manager = { ...OWNER, role: 'manager' as const }
    const administrator = { ...OWNER, role: 'administrator' as const }
    await sendCampaign(world.scope, id, { ...world.sending(), actor: administrator })
    const approve = (who: typeof OLENA | typeof IRA) =>
      approveCampaign(world.scope, id, { ...world.sending(), actor: manager, who })
    await expect(approve(OLENA)).rejects.toMatchObject({ code: 'campaignOwnApproval' })
    expect(await approve(IRA)).toMatchObject({ state: 'scheduled', approvedBy: 'Іра' })
  })
})
