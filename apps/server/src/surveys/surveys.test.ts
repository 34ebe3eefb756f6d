import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Door } from '../accounts/testing.ts'
import { takeBack } from '../book/index.ts'
import { rowsOf } from '../database/index.ts'
import { describeStores } from '../database/testing.ts'
import { connectionFrom } from '../http/testing.ts'
import { linksFor } from '../links/index.ts'
import { everyRow, openSalon, storeVisibly } from '../privacy/testing.ts'
import { answerSurvey, sealStoredSurveys } from './index.ts'

const CAMPAIGN = '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e'
const LATER = '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5f'
const NAMES = ['Олена Гай', 'Ірина Савчук', 'Ганна Рудь', 'Зоя Лис', 'Марія Кіт', 'Софія Дуб']
const PHONE = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1', 'accept-language': 'uk' }
const KEY = 'a key that is kept outside of the database'
const at = (text: string) => ({ now: new Date(text), announce: async () => {} })

describeStores('the survey', (_fresh, _empty, shared) => {
  let salon: Awaited<ReturnType<typeof openSalon>>

  beforeAll(async () => {
    salon = await openSalon(await shared(), KEY)
    const clients = Object.fromEntries(NAMES.map((name, i) => [`c${i + 1}`, { name, phone: `+38067111220${i}` }]))
    const rows = Object.keys(clients).map((client) => ({ client, day: '2026-01-05' }))
    await storeVisibly(salon.scope, 1, rows, clients)
  })
  afterAll(async () => salon.close())

  const askedOf = async (clientId: number, id = CAMPAIGN, now = new Date()) => {
    const asked = { source: { kind: 'survey', id }, clientIds: [clientId], target: { kind: 'request' } } as const
    const link = (await linksFor(salon.scope, asked, now)).get(clientId)!
    return new URL(link).pathname.replace('/l/', '/q/')
  }
  const opened = async (path: string, headers: Record<string, string> = PHONE) => {
    const answer = await salon.app.app.request(`http://salon.test${path}`, { headers })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  const sentTo = async (path: string, fields: Record<string, string>, from = '203.0.113.9') => {
    const answer = await salon.app.app.request(
      `http://salon.test${path}`,
      { method: 'POST', body: new URLSearchParams(fields), headers: PHONE },
      connectionFrom(from),
    )
    return { status: answer.status, text: await answer.text() }
  }
  const answers = async (query = '', door = salon.owner) => (await door.get(`/survey-answers${query}`)).body
  const of = async (clientId: number) => (await answers(`?clientId=${clientId}`)).answers

  test('is asked by a link of its own, opened without effect, and answered by sending it', async () => {
    const path = await askedOf(1)
    const short = path.replace('/q/', '/l/')
    const way = await opened(short)
    expect([way.status, way.headers.get('location')]).toEqual([302, path])
    expect([await askedOf(1), await askedOf(2)]).toEqual([path, expect.not.stringContaining(path)])
    const page = await opened(path)
    expect(page.text).toContain('Наскільки ймовірно, що ви порадите нас друзям?')
    expect(page.text.match(/type="radio"/g)).toHaveLength(11)
    expect(page.text).not.toMatch(/Олена|38067|<script/)
    expect((await opened(path, { 'accept-language': 'en' })).text).toContain('How likely are you to recommend us')
    expect((await opened(path, { 'accept-language': 'ru' })).text).toContain('Насколько вероятно')
    expect(await of(1)).toEqual([])

    for (const score of ['', '11', '-1', '5.5', 'x']) {
      const refused = await sentTo(path, { score, comment: 'Дякую' })
      expect([refused.status, refused.text.includes('Оберіть оцінку'), refused.text.includes('Дякую')]).toEqual([
        ...[200, true, true],
      ])
    }
    expect((await sentTo(path, { score: '9', website: 'http://spam.example' })).text).toContain('Дякуємо')
    expect(await of(1)).toEqual([])
    const both = await Promise.all([sentTo(path, { score: '9' }), sentTo(path, { score: '9' })])
    expect(both.every(({ text }) => text.includes('Дякуємо'))).toBe(true)
    expect(await of(1)).toMatchObject([{ clientId: 1, name: NAMES[0], score: 9, comment: '', campaign: null }])
  })

  test('shows the answer when it is opened again, and the newest counts', async () => {
    const path = await askedOf(2)
    await sentTo(path, { score: '10', comment: `<b>${'я'.repeat(1200)}` })
    const again = await opened(path)
    expect(again.text).toContain('Ви вже відповіли')
    expect(again.text).toMatch(/value="10" required checked/)
    expect(again.text).toContain(`&lt;b&gt;${'я'.repeat(997)}<`)
    await sentTo(path, { score: '3', comment: 'довго чекала' })
    expect(await of(2)).toMatchObject([{ score: 3, comment: 'довго чекала' }])
    expect(await everyRow(salon)).not.toContain('довго чекала')
  })

  test('can be changed for seven days from the first answer, and then says so', async () => {
    const asked = { clientId: 3, campaignId: CAMPAIGN }
    expect(await answerSurvey(salon.scope, asked, { score: 8, comment: '' }, at('2026-11-01T10:00:00Z'))).toBe(true)
    expect(await answerSurvey(salon.scope, asked, { score: 7, comment: '' }, at('2026-11-08T09:59:59Z'))).toBe(true)
    expect(await answerSurvey(salon.scope, asked, { score: 1, comment: '' }, at('2026-11-08T10:00:00Z'))).toBe(false)
    expect(await of(3)).toMatchObject([{ score: 7, at: '2026-11-08T09:59:59.000Z' }])
    await salon.scope.db.execute(sql`UPDATE survey_answers SET first_answered_at = now() - interval '8 days'
      WHERE client_id = 3`)
    const path = await askedOf(3)
    const closed = await opened(path)
    expect(closed.text).toContain('Час, коли відповідь можна було змінити, минув')
    expect(closed.text).not.toContain('<form')
    expect((await sentTo(path, { score: '0' })).text).toContain('Ваша оцінка: 7 з 10')
    expect(await of(3)).toMatchObject([{ score: 7 }])
  })

  test('knows no token that is none, too old or of a link to book, and stops who sends very many', async () => {
    expect((await opened('/q/ZZZZZZZZZZZZZZ')).status).toBe(404)
    const booking = { source: { kind: 'campaign', id: CAMPAIGN }, clientIds: [4], target: { kind: 'request' } } as const
    const link = (await linksFor(salon.scope, booking)).get(4)!
    expect((await opened(new URL(link).pathname.replace('/l/', '/q/'))).status).toBe(404)
    const old = await askedOf(4, LATER, new Date(Date.now() - 91 * 86_400_000))
    expect([(await opened(old)).status, (await sentTo(old, { score: '5' })).status]).toEqual([410, 410])
    const path = await askedOf(4)
    for (let i = 0; i < 10; i++) await sentTo(path, { score: String(i) }, '203.0.113.77')
    for (const from of ['203.0.113.77', '203.0.113.78']) {
      expect((await sentTo(path, { score: '10' }, from)).status).toBe(429)
    }
    expect(await of(4)).toMatchObject([{ score: 9 }])
  })

  test('is told to programs that asked for it, without names', async () => {
    const url = 'https://nowhere.invalid/hook'
    const { id } = (await salon.owner.post('/webhooks', { url, events: ['survey.answered'] })).body
    const path = await askedOf(5)
    // others behind the same address are not held up
    await sentTo(path, { score: '6', comment: 'дорого' }, '203.0.113.77')
    await sentTo(path, { score: '6', comment: 'дорого' })
    const { deliveries } = (await salon.owner.get(`/webhooks/${id}/deliveries`)).body
    expect(deliveries).toMatchObject([{ type: 'survey.answered' }])
    const [row] = await rowsOf<{ body: string }>(salon.scope.db, sql`SELECT body FROM webhook_deliveries`)
    expect(JSON.parse(row!.body).data).toMatchObject({ clientId: 5, campaignId: CAMPAIGN, score: 6 })
    expect(row!.body).not.toContain('дорого')
  })

  test('is listed by the last answer of each client, with what they say together', async () => {
    const summary = await answers()
    expect(summary).toMatchObject({ promoters: 2, passives: 1, detractors: 2, netPromoter: null })
    expect(summary.answers.map(({ score }: { score: number }) => score)).toEqual([6, 9, 3, 9, 7])
    const ids = async (band: string) =>
      (await answers(`?band=${band}`)).answers.map(({ clientId }: { clientId: number }) => clientId)
    expect([await ids('detractors'), await ids('passives'), await ids('promoters')]).toEqual([[5, 2], [3], [4, 1]])
    // asked once more: the last answer counts, and both are on the client's page
    await sentTo(await askedOf(1, LATER), { score: '2' })
    expect(await ids('detractors')).toEqual([1, 5, 2])
    expect((await of(1)).map(({ score }: { score: number }) => score)).toEqual([2, 9])
    const first = await answers('?limit=2')
    const rest = await answers(`?limit=4&cursor=${first.next}`)
    expect([...first.answers, ...rest.answers].map(({ clientId }) => clientId)).toEqual([1, 5, 4, 2, 3])
    expect(rest.next).toBeNull()

    const group = await salon.owner.post('/groups', {
      ...{ name: 'Незадоволені', from: { kind: 'list', list: 'surveys', query: 'band=detractors' } },
    })
    expect(group.body).toMatchObject({ kind: 'frozen', count: 3 })
    const wrong = { name: 'Хтось', from: { kind: 'list', list: 'surveys', query: 'band=angry' } }
    expect((await salon.owner.post('/groups', wrong)).body.error.code).toBe('badRequest')
    const file = (await salon.owner.get('/exports/survey-answers?lang=uk&band=detractors')).body
    expect(file).toContain('Ірина Савчук')
    expect(file).not.toContain('Зоя Лис')
  })

  test('is for who may see replies', async () => {
    const status = async (door: Door) => (await door.get('/survey-answers')).status
    const doors = [await salon.join('administrator'), await salon.join('master'), await salon.join('analyst')]
    expect(await Promise.all(doors.map(status))).toEqual([200, 403, 403])
  })

  test('is in what a client is told of themselves, and loses its words with their name, not its score', async () => {
    const { surveys } = (await salon.owner.get('/clients/2/personal-data')).body
    expect(surveys).toMatchObject([{ score: 3, comment: 'довго чекала' }])
    const path = await askedOf(2)
    await salon.owner.call('DELETE', '/clients/2/personal-data')
    expect(await of(2)).toMatchObject([{ name: '', score: 3, comment: '' }])
    expect((await answers()).detractors).toBe(3)
    expect((await sentTo(path, { score: '10' })).status).toBe(404)
    const asked = { clientId: 2, campaignId: CAMPAIGN }
    expect(await answerSurvey(salon.scope, asked, { score: 10, comment: 'я' }, at('2026-11-02T10:00:00Z'))).toBe(false)
    const { body } = await salon.owner.post('/groups', {
      ...{ name: 'Без стертих', from: { kind: 'list', list: 'surveys', query: 'band=detractors' } },
    })
    expect(body.count).toBe(2)
  })

  test('is not of clients whose import was undone', async () => {
    await storeVisibly(salon.scope, 2, [{ id: '77', client: 'c9', day: '2026-02-05' }], { c9: { name: 'Нова' } })
    const { rows } = (await salon.owner.get(`/clients?search=${encodeURIComponent('Нова')}`)).body
    const asked = { clientId: rows[0].id, campaignId: CAMPAIGN }
    await answerSurvey(salon.scope, asked, { score: 10, comment: '' }, at(new Date().toISOString()))
    const before = await answers()
    await takeBack(salon.scope, 2)
    expect((await answers()).promoters).toBe(before.promoters - 1)
  })

  test('has its comments sealed with the first key', async () => {
    await salon.scope.db.execute(sql`UPDATE survey_answers SET comment = 'відкрито'`)
    await sealStoredSurveys(salon.scope)
    expect(await everyRow(salon)).not.toContain('відкрито')
    expect(await of(3)).toMatchObject([{ comment: 'відкрито' }])
  })
})
