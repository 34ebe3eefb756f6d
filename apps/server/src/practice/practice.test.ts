import { parseDay } from '@comeback/retention'
import { expect, test } from 'vitest'
import { openApp } from '../accounts/testing.ts'
import { describeStores } from '../database/testing.ts'
import { playOn } from './play-on.ts'

const OLENA = {
  name: 'Олена',
  email: 'olena@salon.test',
  password: 'дуже довгий пароль',
  salon: 'Лотос',
  setupCode: '',
}

const DECEMBER = '/reports/retention?base=2025-12&return=next&by=staff'

describeStores('a practice salon', (fresh) => {
  test('is a copy of the demo for one person, whose clients come as days go by; messages bring more', async () => {
    const { visitor, close, scopeOf, cache } = await openApp(await fresh())
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
    const lost = (await owner.get('/reports/people?base=2025-Q4&return=next&limit=300')).body
    expect(lost.total).toBe(222)

    expect((await owner.post('/practice/days', { days: 57 })).status).toBe(400)
    const week = (await owner.post('/practice/days', { days: 7 })).body
    expect(week.today).toBe('2026-04-12')
    expect(week.becauseOfMessages).toBe(0)
    expect(week.visits).toBeGreaterThan(20)
    const after = (await owner.get('/workspace')).body
    expect(after.practiceDay).toBe('2026-04-12')
    expect(after.asOf > before.asOf && after.asOf <= '2026-04-12').toBe(true)
    const { served, returned, rate } = december.total
    expect((await owner.get(DECEMBER)).body.total, 'what is over stays').toMatchObject({ served, returned, rate })

    const written = new Map(lost.rows.map(({ id }: { id: number }) => [id, [parseDay('2026-04-12')!]]))
    const month = await playOn(scopeOf(workspaceId), cache, async () => written as never, 28)
    expect(month.becauseOfMessages).toBeGreaterThan(15)
    expect(month.becauseOfMessages).toBeLessThan(55)
    await close()
  })
})
