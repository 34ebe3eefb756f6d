import { afterEach, expect, test } from 'vitest'
import { hideImport, takeBack } from '../book/index.ts'
import { findConsents } from '../consent/index.ts'
import { describeStores } from '../database/testing.ts'
import { openSalon, storeVisibly } from './testing.ts'

const VISITS = [
  { id: '1', client: 'k1', day: '2026-01-05', staff: 'Марта' },
  { id: '2', client: 'k2', day: '2026-01-06', staff: 'Марта' },
]
const YES = { k1: { name: 'Олена', marketing: 1 as const }, k2: { name: 'Ірина', marketing: 2 as const } }

describeStores('consents', (fresh) => {
  const salons: Awaited<ReturnType<typeof openSalon>>[] = []
  afterEach(async () => {
    for (const salon of salons.splice(0)) await salon.close()
  })
  const open = async () => {
    const salon = await openSalon(await fresh())
    salons.push(salon)
    return salon
  }
  const standing = (body: { standing: { channel: string; purpose: string; mayContact: boolean }[] }, purpose: string) =>
    body.standing.filter((each) => each.purpose === purpose && each.mayContact).map(({ channel }) => channel)

  test('are written down and taken back, channel by channel; nothing is lost', async () => {
    const { owner, join, scope } = await open()
    await storeVisibly(scope, 1, VISITS, {})
    const administrator = await join('administrator')
    const said = { channel: 'viber', purpose: 'marketing', granted: true, source: 'paper' }
    expect(standing((await owner.get('/clients/1/consents')).body, 'marketing')).toEqual([])
    const { body } = await administrator.post('/clients/1/consents', said)
    expect(standing(body, 'marketing')).toEqual(['viber'])
    expect(standing(body, 'reminders')).toHaveLength(6)
    await owner.post('/clients/1/consents', { channel: 'all', purpose: 'marketing', granted: false })
    const after = (await owner.get('/clients/1/consents')).body
    expect(standing(after, 'marketing')).toEqual([])
    expect(after.history).toMatchObject([
      { channel: 'all', granted: false, source: 'administrator', who: 'owner' },
      { channel: 'viber', granted: true, source: 'paper', who: 'administrator' },
    ])
    expect(standing((await owner.get('/clients/2/consents')).body, 'reminders')).toHaveLength(6)
    const { events } = (await owner.get('/audit?action=consent.changed')).body
    expect(events).toMatchObject([{ subject: 'client:1' }, { subject: 'client:1', details: said }])
  })

  test('with soft opt-in those who said nothing may be written to', async () => {
    const { owner, scope } = await open()
    await storeVisibly(scope, 1, VISITS, YES)
    await owner.call('PATCH', '/workspace', { settings: { softOptIn: true } })
    await owner.post('/clients/1/consents', { channel: 'sms', purpose: 'marketing', granted: false })
    expect(standing((await owner.get('/clients/1/consents')).body, 'marketing')).not.toContain('sms')
    expect(standing((await owner.get('/clients/1/consents')).body, 'marketing')).toContain('email')
    expect(standing((await owner.get('/clients/2/consents')).body, 'marketing')).toEqual([])
  })

  test('come with a file, once, and go with it', async () => {
    const { owner, scope } = await open()
    const history = async (id: number) =>
      (await owner.get(`/clients/${id}/consents`)).body.history.map(
        ({ granted, source, importId }: { granted: boolean; source: string; importId: number | null }) =>
          `${granted ? '+' : '-'}${source} ${importId}`,
      )
    await storeVisibly(scope, 1, VISITS, YES)
    await storeVisibly(scope, 2, VISITS, YES)
    expect([await history(1), await history(2)]).toEqual([['+import 1'], ['-import 1']])
    await storeVisibly(scope, 3, VISITS, { ...YES, k2: { name: 'Ірина', marketing: 1 } })
    expect(await history(2)).toEqual(['+import 3', '-import 1'])
    await hideImport(scope, 3, 'visible')
    expect(await history(2)).toEqual(['-import 1'])
    await takeBack(scope, 3)
    await takeBack(scope, 1)
    expect((await findConsents(scope, [1, 2])).size).toBe(0)
  })

  test('of a client whose import is undone are not inherited: nobody gets that number again', async () => {
    const { owner, scope } = await open()
    await storeVisibly(scope, 1, VISITS, YES)
    await owner.post('/clients/2/consents', { channel: 'sms', purpose: 'marketing', granted: true })
    await takeBack(scope, 1)
    await storeVisibly(scope, 2, VISITS.toReversed(), {})
    expect((await owner.get('/clients/2/consents')).status).toBe(404)
    expect((await owner.get('/clients/3/consents')).body.history).toEqual([])
  })

  test('are for those who speak with clients, about clients they may see', async () => {
    const { owner, join, scope } = await open()
    await storeVisibly(scope, 1, VISITS, YES)
    for (const role of ['master', 'analyst'] as const) {
      expect((await (await join(role)).get('/clients/1/consents')).status).toBe(403)
    }
    expect((await owner.get('/clients/3/consents')).status).toBe(404)
    const entry = { channel: 'sms', purpose: 'marketing', granted: true }
    expect((await owner.post('/clients/3/consents', entry)).status).toBe(404)
    expect((await owner.post('/clients/1/consents', { ...entry, source: 'import' })).status).toBe(400)
  })
})
