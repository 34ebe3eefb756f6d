import { clientCadence, dayOf, formatDay } from '@comeback/retention'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accrueTo } from '../bonuses/index.ts'
import type { TestLine } from '../book/testing.ts'
import { campaignResults } from '../campaigns/results.ts'
import { ago, OLENA, OWNER } from '../campaigns/testing.ts'
import { describePglite, describeStores } from '../database/testing.ts'
import { isHeldOut } from './is-held-out.ts'
import { changeAutomation, findAutomation, listAutomations } from './manage-automations.ts'
import { automationResults, poolRuns } from './results.ts'
import { runAutomation } from './run-automation.ts'
import { at, automationWorld } from './testing.ts'
import type { Trigger } from './trigger.ts'
import { removeAutomation, turnOff, turnOn } from './turn-on.ts'

const came = (client: string, day: string, more: Partial<TestLine> = {}): TestLine => ({ client, day, ...more })
const AFTER_TWO_WEEKS: Trigger = { kind: 'noBooking', days: 14 }
const SYSTEM = { kind: 'system' } as const

/** What happens on a day, and who is written to then. */
type Step = [day: string, wrote: string[], lines?: TestLine[]]

/** What each trigger waits for; every automation is switched on at the beginning of its first day. */
const SCENES: [string, Trigger, TestLine[], Step[]][] = [
  [
    'two weeks without another visit or an appointment',
    AFTER_TWO_WEEKS,
    [
      ...[came('c1', '2025-05-01'), came('c2', '2025-05-01'), came('c3', '2025-05-01'), came('c4', '2025-04-20')],
      came('c2', '2025-05-20', { status: 'scheduled', bookedDay: '2025-05-01' }),
    ],
    [
      ['2025-05-05', []],
      ['2025-05-10', [], [came('c3', '2025-05-10')]],
      ['2025-05-14', []],
      ['2025-05-15', ['c1']],
      ['2025-05-16', []],
      ['2025-05-20', [], [came('c1', '2025-05-20'), came('c2', '2025-05-20')]],
      ['2025-05-24', ['c3']],
      // c1 was written to less than a month ago
      ['2025-06-03', ['c2']],
      ['2025-06-04', []],
      ['2025-07-20', ['c1'], [came('c1', '2025-07-05')]],
      ['2025-07-21', []],
    ],
  ],
  [
    'the first visit, never the second',
    { kind: 'firstVisit', days: 3 },
    [came('c1', '2025-04-01'), came('c2', '2025-05-02')],
    [
      ['2025-05-04', [], [came('c1', '2025-05-04'), came('c3', '2025-05-04'), came('c4', '2025-05-04')]],
      ['2025-05-05', ['c2']],
      ['2025-05-06', [], [came('c4', '2025-05-06')]],
      ['2025-05-07', ['c3']],
      // the book is put right: c3 came a day later
      ['2025-05-09', [], [came('c3', '2025-05-04', { status: 'cancelled' }), came('c3', '2025-05-05')]],
    ],
  ],
  [
    'books that come late: up to a week',
    { kind: 'noBooking', days: 5 },
    [came('c1', '2025-05-02')],
    [
      ['2025-05-03', []],
      ['2025-05-14', ['c3'], [came('c2', '2025-05-01'), came('c3', '2025-05-02'), came('c1', '2025-05-12')]],
    ],
  ],
]

const BIRTHDAYS = {
  ...{ c1: '1990-03-26', c2: '--02-29', c3: '2000-01-02', c4: '1970-01-01', c5: '--03-26', c6: '--10-29' },
  ...{ c7: '--01-03', c8: '1991-01-05', c9: '--01-06', c10: '--12-21' },
}
/** All but c5 have been here. */
const GUESTS = Object.keys(BIRTHDAYS).filter((client) => client !== 'c5')

/** Of birthdays: so many days before, what happens on a day, and who is written to then. */
const BIRTHDAY_SCENES: [string, number, Step[]][] = [
  [
    'on the day, on 28 February where there is no 29th, on days that are an hour shorter or longer',
    0,
    [
      ['2023-02-27', []],
      ['2023-02-28', ['c2']],
      ['2023-03-01', []],
      ['2023-03-26', ['c1']],
      ['2023-03-27', []],
      ['2023-10-29', ['c6']],
      // nobody looked on 2 January: it is over
      ['2024-01-03', ['c7']],
      ['2024-02-28', []],
      ['2024-02-29', ['c2']],
      ['2024-03-01', []],
      ['2025-01-02', ['c3']],
      ['2025-02-28', ['c2']],
    ],
  ],
  [
    'a week before, over the turn of the year, late but not after it',
    7,
    [
      // c10 has been due before it was switched on
      ['2023-12-20', []],
      ['2023-12-26', ['c3']],
      ['2023-12-27', ['c7']],
      ['2023-12-28', []],
      ['2024-01-04', ['c8', 'c9']],
      ['2024-01-05', []],
      ['2024-12-14', ['c10']],
    ],
  ],
]

describePglite('automations', (_, __, shared) => {
  let opened: ReturnType<typeof shared> | null = null
  const store = () => {
    opened ??= shared()
    return opened
  }

  test.each(SCENES)('write on the day: %s', async (_name, trigger, rows, steps) => {
    const salon = await automationWorld(await store(), rows)
    const id = await salon.automate(trigger, steps[0]![0])
    for (const [day, wrote, lines = []] of steps) {
      expect([day, await salon.day(id, day, { lines })]).toEqual([day, wrote])
      expect(await salon.run(id, at(day, '12:00'))).toBeNull()
    }
  })

  test.each(BIRTHDAY_SCENES)('write of a birthday: %s', async (_name, days, steps) => {
    const rows = GUESTS.map((client) => came(client, '2022-06-01'))
    const salon = await automationWorld(await store(), rows, BIRTHDAYS)
    const id = await salon.automate({ kind: 'birthday', days }, steps[0]![0])
    for (const [day, wrote] of steps) {
      expect([day, await salon.day(id, day)]).toEqual([day, wrote])
      expect(await salon.run(id, at(day, '12:00'))).toBeNull()
    }
  })

  test('write of a birthday once a year, however the days before are changed, and say ahead to how many', async () => {
    const rows = ['c1', 'c2'].map((client) => came(client, '2022-06-01'))
    const salon = await automationWorld(await store(), rows, { c1: '1990-01-03', c2: '--01-20' })
    const id = await salon.automate({ kind: 'birthday', days: 10 }, '2023-12-20')
    expect(await salon.check(id, '2023-12-20')).toMatchObject({ ahead: true, month: { contacted: 2 }, perWeek: 0 })
    expect(await salon.day(id, '2023-12-24')).toEqual(['c1'])
    await turnOff(salon.scope, OLENA, id)
    const { version } = await changeAutomation(salon.scope, OLENA, id, 1, { trigger: { kind: 'birthday', days: 0 } })
    const check = await salon.check(id, '2023-12-30')
    const turning = { actor: OWNER, who: OLENA, version, backlog: false, check, now: at('2023-12-30') }
    await turnOn(salon.scope, id, turning)
    expect(await salon.day(id, '2024-01-03')).toEqual([])
    expect(await salon.day(id, '2024-01-20')).toEqual(['c2'])
    expect(await salon.day(id, '2025-01-03')).toEqual(['c1'])
  })

  test('pass over who was written to lately on the last day it makes sense to congratulate them', async () => {
    const salon = await automationWorld(await store(), [came('c1', '2025-03-01')], { c1: '--03-16' })
    await salon.store.db.execute(
      sql`UPDATE campaign_settings SET cap_days = 14 WHERE workspace_id = ${salon.scope.workspaceId}`,
    )
    const other = await salon.automate({ kind: 'firstVisit', days: 10 }, '2025-03-10')
    expect(await salon.day(other, '2025-03-11')).toEqual(['c1'])
    const id = await salon.automate({ kind: 'birthday', days: 2 }, '2025-03-12')
    expect(await salon.day(id, '2025-03-14')).toEqual([])
    expect(await runsOf(salon)).toHaveLength(1)
    expect(await salon.day(id, '2025-03-16')).toEqual([])
    expect(await runsOf(salon)).toHaveLength(2)
  })

  test('write when a client is overdue by their own rhythm, on the day the engine says so', async () => {
    const every = (client: string, gap: number) =>
      [0, 1, 2, 3].map((nth) => came(client, formatDay(dayOf(2025, 1, 1) + nth * gap)))
    const salon = await automationWorld(await store(), [...every('c1', 20), ...every('c2', 30)])
    await salon.book([{ client: null, day: '2025-06-30' }])
    const { visits, clientIds, cadence } = await salon.cache.get(salon.scope)
    const stateOn = (day: number) => clientCadence(visits, cadence(day), clientIds.indexOf(2)).state
    let due = dayOf(2025, 4, 1)
    while (stateOn(due) !== 'due') due++
    const id = await salon.automate({ kind: 'overdue', after: 'due' }, formatDay(due - 5))
    expect(await salon.day(id, formatDay(due - 1))).toEqual([])
    expect(await salon.day(id, formatDay(due))).toEqual(['c2'])
    expect(await salon.day(id, formatDay(due + 40))).toEqual([])
  })

  test('write a week before bonuses are lost, of those points and that day', async () => {
    // by the real clock, which says what is left when the message leaves
    const salon = await automationWorld(await store(), [came('c1', ago(40)), came('c2', ago(40))])
    const give = (clientIds: number[], points: number, expiresOn: string) =>
      accrueTo(salon.scope, { clientIds, points, reason: '', expiresOn, key: `${clientIds} ${expiresOn}`, who: SYSTEM })
    await give([1, 2], 300, ago(-7))
    await give([1], 200, ago(-9))
    await give([2], 100, ago(-2))
    const text = '{{expiring}} до {{bonusExpires}}'
    const id = await salon.automate({ kind: 'bonusesExpire', days: 7 }, ago(0), { text })
    expect(await salon.check(id, ago(0))).toMatchObject({ ahead: true, month: { contacted: 1 } })
    // a time that is over, whenever this runs
    expect(await salon.day(id, ago(0), { time: '00:00' })).toEqual(['c1', 'c2'])
    const last = Temporal.PlainDate.from(ago(-7)).toLocaleString('uk', { day: 'numeric', month: 'long' })
    expect(salon.sent.find(({ message }) => message.to.endsWith('01'))!.message.text).toContain(
      `300 бонусів до ${last}`,
    )
    // of one lot after the other nobody hears twice in a month
    expect(await salon.run(id, at(ago(-2)))).toBeNull()
  })

  test('leave alone who was overdue before, unless somebody says so', async () => {
    const rows = [came('c1', '2025-04-01'), came('c2', '2025-04-25'), came('c3', '2024-11-01')]
    const salon = await automationWorld(await store(), rows)
    await salon.book([{ client: null, day: '2025-05-10' }])
    const [without, withThem] = [
      await salon.automate(AFTER_TWO_WEEKS, '2025-05-10'),
      await salon.automate(AFTER_TWO_WEEKS, '2025-05-10', {}, { backlog: true }),
    ]
    expect((await salon.check(withThem, '2025-05-10')).backlog).toMatchObject({ contacted: 2 })
    expect(await salon.day(without, '2025-05-10')).toEqual([])
    expect(await salon.day(withThem, '2025-05-10')).toEqual(['c1', 'c2'])
    expect(await salon.day(withThem, '2025-05-11')).toEqual([])
  })

  test('say before how many they would write to in a month', async () => {
    const rows = [
      ...[came('c1', '2025-04-20'), came('c1', '2025-05-20'), came('c2', '2025-05-01'), came('c3', '2025-05-01')],
      ...[came('c3', '2025-05-05'), came('c4', '2025-05-28')],
    ]
    const salon = await automationWorld(await store(), rows)
    await salon.book([{ client: null, day: '2025-05-30' }])
    const id = await salon.automate(AFTER_TWO_WEEKS, '2025-05-30')
    const check = await salon.check(id, '2025-05-30')
    expect(check).toMatchObject({ month: { contacted: 3, holdout: 0 }, perWeek: 1, ahead: false, problems: [] })
  })

  test('wait for the end of quiet hours by the clock on the wall, on days that are an hour shorter or longer too', async () => {
    const rows = [came('c1', '2025-03-16'), came('c2', '2025-10-12')]
    const salon = await automationWorld(await store(), rows)
    for (const day of ['2025-03-30', '2025-10-26']) {
      const id = await salon.automate(AFTER_TWO_WEEKS, day, { quiet: { from: '21:00', to: '09:00' } })
      await salon.book([{ client: null, day }])
      expect(await salon.run(id, at(day, '00:30'))).toBeNull()
      expect(await salon.run(id, at(day, '08:59'))).toBeNull()
      expect(await salon.run(id, at(day, '09:00'))).toMatchObject({ launchedOn: day, state: 'sending' })
      expect(await salon.run(id, at(day, '20:59'))).toBeNull()
    }
  })

  test('who was written to lately waits while it is fresh; without a channel nobody is decided about', async () => {
    const salon = await automationWorld(await store(), [came('c1', '2025-05-01'), came('c2', '2025-05-03')])
    await salon.store.db.execute(
      sql`UPDATE campaign_settings SET cap_days = 4 WHERE workspace_id = ${salon.scope.workspaceId}`,
    )
    const other = await salon.automate({ kind: 'firstVisit', days: 13 }, '2025-05-10')
    expect(await salon.day(other, '2025-05-14')).toEqual(['c1'])
    const id = await salon.automate(AFTER_TWO_WEEKS, '2025-05-15')
    expect(await salon.day(id, '2025-05-15')).toEqual([])
    salon.off.push('sms')
    expect(await salon.day(id, '2025-05-17')).toEqual([])
    expect(await findAutomation(salon.scope, id)).toMatchObject({ trouble: 'channelOff' })
    salon.off.pop()
    expect(await salon.day(id, '2025-05-19')).toEqual(['c1', 'c2'])
    expect(await findAutomation(salon.scope, id)).toMatchObject({ trouble: null })
  })

  test('off takes out what is in line and lets nothing be changed while on; what was decided stays decided', async () => {
    const salon = await automationWorld(await store(), [came('c1', '2025-05-01'), came('c2', '2025-05-02')])
    const id = await salon.automate(AFTER_TWO_WEEKS, '2025-05-14')
    await expect(changeAutomation(salon.scope, OLENA, id, 1, { name: 'x' })).rejects.toMatchObject({
      code: 'automationWrongState',
    })
    await salon.book([{ client: null, day: '2025-05-15' }])
    await salon.run(id, at('2025-05-15'))
    await turnOff(salon.scope, OLENA, id)
    expect(await salon.deliverOn(at('2025-05-15'))).toEqual([])
    const { version } = await changeAutomation(salon.scope, OLENA, id, 1, { name: 'Інша', plan: { text: 'Так' } })
    await expect(changeAutomation(salon.scope, OLENA, id, 1, {})).rejects.toMatchObject({ code: 'automationChanged' })
    const turning = { actor: OWNER, who: OLENA, version, now: at('2025-05-15', '11:00') }
    const check = { problems: [], backlog: { contacted: 300, holdout: 0, skipped: {} } }
    await salon.store.db.execute(
      sql`UPDATE campaign_settings SET approve_above = 100 WHERE workspace_id = ${salon.scope.workspaceId}`,
    )
    const manager = { ...turning, actor: { ...OWNER, role: 'manager' as const } }
    const tooMany = turnOn(salon.scope, id, { ...manager, check, backlog: true })
    await expect(tooMany).rejects.toMatchObject({ code: 'automationTooMany' })
    await turnOn(salon.scope, id, { ...turning, check, backlog: true })
    expect(await salon.day(id, '2025-05-16')).toEqual(['c2'])
    await removeAutomation(salon.scope, OLENA, id)
    expect(await listAutomations(salon.scope)).toEqual([])
    expect(await salon.messagesOf({ id: (await runsOf(salon))[1]! })).toMatchObject([{ state: 'sent' }])
  })

  test('hold the same clients out for ever, and count everybody once, over all runs', async () => {
    const clients = Array.from({ length: 40 }, (_, i) => `c${i + 1}`)
    const salon = await automationWorld(
      await store(),
      clients.map((client) => came(client, '2025-03-01')),
    )
    const plan = { holdoutShare: 0.4, windowDays: 10 }
    const id = await salon.automate(AFTER_TWO_WEEKS, '2025-03-10', plan, { pauseDays: 5 })
    const first = await salon.day(id, '2025-03-15')
    const { seed } = await findAutomation(salon.scope, id)
    const isHeld = (client: string) => isHeldOut(seed, Number(client.slice(1)), 0.4)
    expect(first).toEqual(clients.filter((client) => !isHeld(client)))
    const back = clients.slice(0, 20)
    await salon.book(back.map((client) => came(client, '2025-03-20')))
    expect(await salon.day(id, '2025-04-03')).toEqual(back.filter((client) => !isHeld(client)))
    const columns = await salon.cache.get(salon.scope)
    const today = Math.round(Date.parse('2025-04-03') / 86_400_000)
    const asker = { scope: salon.scope, columns, today }
    const pooled = await poolRuns(asker, salon.ports, { id })
    const results = await automationResults(asker, pooled)
    const visitedOf = (arm: string[]) => arm.filter((client) => back.includes(client)).length
    expect(pooled.runs).toHaveLength(2)
    expect(results).toMatchObject({
      since: '2025-03-15',
      awaited: 0,
      funnel: { written: first.length, sent: first.length },
    })
    expect(results.effect.contacted).toMatchObject({ clients: first.length, visited: visitedOf(first) })
    const heldOut = clients.filter(isHeld)
    expect(results.effect.holdout).toMatchObject({ clients: heldOut.length, visited: visitedOf(heldOut) })
    // one run alone says what a campaign's results say of it
    const alone = pooled.traces.filter(({ campaignId }) => campaignId === pooled.runs[0]!.id)
    const asCampaign = await campaignResults(salon.scope, pooled.runs[0]!, alone, columns, today)
    expect(results.effect.lift).toEqual(asCampaign.effect.lift)
    const early = await automationResults({ ...asker, today: today - 13 }, pooled)
    expect([early.verdict, early.awaited, formatDay(today - 13)]).toEqual(['open', 40, '2025-03-21'])
  })

  test('the draw is the share, whatever the order', () => {
    const held = Array.from({ length: 20_000 }, (_, id) => isHeldOut(1_234_567_890, id + 1, 0.1))
    expect(held.filter(Boolean).length / held.length).toBeCloseTo(0.1, 2)
    expect(held.filter((each, id) => each && !isHeldOut(1_234_567_890, id + 1, 0.2))).toEqual([])
  })
})

async function runsOf({ store, scope }: Awaited<ReturnType<typeof automationWorld>>): Promise<string[]> {
  const { rows } = (await store.db.execute(
    sql`SELECT id FROM campaigns WHERE workspace_id = ${scope.workspaceId} AND automation_id IS NOT NULL ORDER BY id`,
  )) as unknown as { rows: { id: string }[] }
  return rows.map(({ id }) => id)
}

describeStores('an automation writes once', (fresh) => {
  test('whatever dies or runs beside it', async () => {
    const salon = await automationWorld(await fresh(), [came('c1', '2025-05-01'), came('c2', '2025-05-01')])
    const id = await salon.automate(AFTER_TWO_WEEKS, '2025-05-15')
    await salon.book([{ client: null, day: '2025-05-15' }])
    // between the draw and the queue
    const dying = { ...salon.deps, sending: { push: () => Promise.reject(new Error('killed')) } }
    await expect(runAutomation(salon.scope, dying, id, at('2025-05-15'))).rejects.toThrow('killed')
    expect(await runsOf(salon)).toEqual([])
    // two servers at once, and again
    const both = await Promise.all([salon.run(id, at('2025-05-15')), salon.run(id, at('2025-05-15'))])
    expect(both.filter((run) => run !== null)).toHaveLength(1)
    expect(await salon.run(id, at('2025-05-15', '12:00'))).toBeNull()
    await Promise.all([salon.deliverOn(at('2025-05-15')), salon.deliverOn(at('2025-05-15'))])
    expect(new Set(salon.sent.map(({ message }) => message.to)).size).toBe(2)
    expect(salon.sent).toHaveLength(2)
    // the same file once more
    expect(await salon.day(id, '2025-05-16', { lines: [came('c1', '2025-05-01'), came('c2', '2025-05-01')] })).toEqual(
      [],
    )
  })
})
