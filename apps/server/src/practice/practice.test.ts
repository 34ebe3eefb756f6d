import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { type Door, openApp } from '../accounts/testing.ts'
import { describePostgres } from '../database/testing.ts'

const OLENA = {
  name: 'Олена',
  email: 'olena@salon.test',
  password: 'дуже довгий пароль',
  salon: 'Лотос',
  setupCode: '',
}
const DECEMBER = '/reports/retention?base=2025-12&return=next&by=staff'
const LOST = 'base=2025-Q4&return=next'
const BONUS = { points: 500, days: 60 }

/** A campaign to the lost list with a gift, not sent yet. */
async function draftToLost(owner: Door, name: string): Promise<{ id: string; version: number }> {
  const from = { kind: 'list', list: 'report', query: LOST }
  const group = (await owner.post('/groups', { name, from })).body
  const text = 'Сумуємо! Даруємо {{bonuses}}: {{link}}'
  const plan = { groupIds: [group.id], channels: ['telegram', 'sms'], text, bonus: BONUS }
  return (await owner.post('/campaigns', { name, plan })).body
}

/** The same, out; answers its id. */
async function writeToLost(owner: Door, name: string): Promise<string> {
  const { id, version } = await draftToLost(owner, name)
  expect((await owner.post(`/campaigns/${id}/send`, { version })).status).toBe(200)
  const state = async () => (await owner.get(`/campaigns/${id}`)).body.state
  await expect.poll(state, { timeout: 20_000 }).toBe('done')
  return id
}

describePostgres('a practice salon', (fresh) => {
  test('is a copy of the demo whose clients come as days go by, answer messages, book and pay with bonuses', async () => {
    const { visitor, close } = await openApp(await fresh())
    const owner = visitor()
    const stranger = visitor()
    expect((await stranger.post('/session/practice', {})).status).toBe(401)
    await owner.post('/registration', OLENA)
    expect((await owner.post('/practice/days', { days: 7 })).body.error.code).toBe('notPractice')
    const { workspaceId } = (await owner.post('/session/practice', {})).body
    expect((await owner.post('/session/practice', {})).body.workspaceId).toBe(workspaceId)
    const before = (await owner.get('/workspace')).body
    expect(before).toMatchObject({ practiceDay: '2026-04-05', isDemo: false })
    const december = (await owner.get(DECEMBER)).body
    expect((await owner.get(`/reports/people?${LOST}&limit=1`)).body.total).toBe(222)
    const clients = (await owner.get('/clients?limit=1')).body.total

    expect((await owner.post('/practice/days', { days: 57 })).status).toBe(400)
    const week = (await owner.post('/practice/days', { days: 7 })).body
    expect(week).toMatchObject({ today: '2026-04-12', becauseOfMessages: 0 })
    expect(week.visits).toBeGreaterThan(20)
    const after = (await owner.get('/workspace')).body
    expect(after.practiceDay).toBe('2026-04-12')
    expect(after.asOf > before.asOf && after.asOf <= '2026-04-12').toBe(true)
    const { served, returned, rate } = december.total
    expect((await owner.get(DECEMBER)).body.total, 'what is over stays').toMatchObject({ served, returned, rate })
    const more = (await owner.get('/clients?limit=1')).body.total - clients
    expect(more, 'new clients of a week').toBeGreaterThan(1)
    expect(more).toBeLessThan(15)

    const first = await writeToLost(owner, 'Перша')
    const second = await writeToLost(owner, 'Друга')
    const countsOf = async (id: string) => (await owner.get(`/campaigns/${id}`)).body.counts
    const { contacted, holdout } = await countsOf(first)
    expect(contacted).toBeGreaterThan(120)
    // two at once: those held out of the first were not written to
    expect(await countsOf(second)).toMatchObject({ skipped: { overCap: contacted } })
    expect((await countsOf(second)).contacted).toBeLessThanOrEqual(holdout)

    expect((await owner.post('/practice/days', { days: 7 })).body.becauseOfMessages).toBeGreaterThan(0)
    const soon = (await owner.get(`/campaigns/${first}/results`)).body
    expect(soon.funnel.delivered).toBeGreaterThan(0.9 * contacted)
    expect(soon.funnel.booked).toBeGreaterThan(soon.funnel.visited)
    const third = await draftToLost(owner, 'Третя')
    const check = (await owner.get(`/campaigns/${third.id}/check`)).body
    expect(check.contacted, 'a week later the cap is over').toBeGreaterThan(50)

    // a chosen time is one of the salon's own calendar, whatever the day is in life
    const at = async (sendAt: string) =>
      (await owner.call('PATCH', `/campaigns/${third.id}`, { version: version++, plan: { sendAt } })).status
    let version = third.version
    const problemsOf = async () => (await owner.get(`/campaigns/${third.id}/check`)).body.problems
    expect(await at('2026-04-18T11:00')).toBe(200)
    expect(await problemsOf()).toEqual([{ code: 'pastTime', value: '2026-04-18T11:00' }])
    expect(await at('2026-04-22T11:00')).toBe(200)
    expect(await problemsOf()).toEqual([])
    expect((await owner.post(`/campaigns/${third.id}/send`, { version })).body.state).toBe('scheduled')

    await owner.post('/practice/days', { days: 28 })
    expect((await owner.get(`/campaigns/${third.id}`)).body).toMatchObject({ state: 'done', launchedOn: '2026-04-22' })
    const known = await owner.get(`/campaigns/${first}/known-effect`)
    expect(known.body.because).toBeGreaterThan(0.08 * contacted)
    expect(known.body.because).toBeLessThan(0.22 * contacted)
    const { funnel, redeemedMinor, effect, verdict } = (await owner.get(`/campaigns/${first}/results`)).body
    expect(verdict).toBe('ready')
    expect((await owner.get('/replies')).body.replies.length).toBeGreaterThan(2)
    expect(funnel.clicked).toBeGreaterThan(funnel.visited / 2)
    expect(funnel.clicked).toBeLessThan(0.5 * contacted)
    expect(redeemedMinor).toBeGreaterThan(0)
    expect(redeemedMinor).toBeLessThanOrEqual(0.3 * effect.contacted.revenue)
    const ledger = (await owner.get('/bonuses')).body
    expect(ledger.on).toBe('2026-05-17')

    const trigger = { kind: 'noBooking', days: 14 }
    const begun = {
      name: 'Сама',
      trigger,
      plan: { channels: ['sms'], text: 'Чекаємо! {{link}} Порадите нас? {{survey}}' },
    }
    const automation = (await owner.post('/automations', begun)).body
    const weekly = (await owner.get(`/automations/${automation.id}/check`)).body.perWeek
    const on = `/automations/${automation.id}/on`
    expect((await owner.post(on, { version: automation.version })).body.isOn).toBe(true)
    const greeting = {
      name: 'Вітання',
      trigger: { kind: 'birthday', days: 0 },
      plan: { channels: ['sms'], text: 'Вітаємо!' },
    }
    const greets = (await owner.post('/automations', greeting)).body
    expect((await owner.post(`/automations/${greets.id}/on`, { version: greets.version })).body.isOn).toBe(true)
    await owner.post('/practice/days', { days: 7 })
    const greeted = (await owner.get(`/automations/${greets.id}/results`)).body
    expect(greeted.latest.length, 'days with a birthday').toBeGreaterThan(2)
    expect(greeted.funnel.sent).toBeGreaterThan(3)
    const ran = (await owner.get(`/automations/${automation.id}/results`)).body
    expect(ran.latest.length, 'days on which it wrote').toBeGreaterThan(3)
    expect(ran.funnel.sent).toBeGreaterThan(0.5 * weekly)
    expect(ran.funnel.sent).toBeLessThan(2 * weekly)
    expect(ran).toMatchObject({ verdict: 'open', since: ran.latest.at(-1).launchedOn })
    const rowsOf = async (path: string) => {
      const { body } = await owner.get(`/exports/${path}?format=csv&lang=en`)
      const { data } = Papa.parse<Record<string, string>>((body as string).trim(), { header: true })
      return data.filter(({ Arm }) => Arm === 'written to')
    }
    const written = await rowsOf(`automations/${automation.id}`)
    expect(written).toHaveLength(ran.funnel.written)
    expect(written.every((row) => row['Written to on']! >= ran.since)).toBe(true)
    const came = (await rowsOf(`campaigns/${first}`)).filter(({ Came }) => Came === 'yes')
    expect(came).toHaveLength(effect.contacted.visited)
    const asked = (await owner.get('/survey-answers')).body
    expect(asked.answers.length, 'some answer within days').toBeGreaterThan(1)
    expect(asked.answers[0].campaign).toMatchObject({ name: 'Сама', automationId: automation.id })
    const scored = { kind: 'surveyScore', from: 0, to: 10, withinDays: 7 }
    expect((await owner.post('/groups/preview', { rule: scored })).body.count).toBe(asked.answers.length)
    const campaigns = (await owner.get('/campaigns')).body.campaigns
    expect(campaigns.map(({ name }: { name: string }) => name)).not.toContain('Сама')
    await close()
  })
})
