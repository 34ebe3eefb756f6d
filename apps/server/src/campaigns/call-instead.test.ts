import { expect, test } from 'vitest'
import { recordConsent } from '../consent/index.ts'
import { describePglite } from '../database/testing.ts'
import { callInstead, callsInstead } from './call-instead.ts'
import { findCampaign } from './manage-campaigns.ts'
import { campaignWorld, OLENA, salonOf } from './testing.ts'

const TODAY = Math.floor(Date.now() / 86_400_000)
const REFUSAL = { purpose: 'marketing', granted: false, source: 'administrator' } as const

describePglite('calling whom no message reaches', (fresh) => {
  test('puts each of them on the list once, with the bonuses of the campaign, and never those held out', async () => {
    const { rows, people } = salonOf(30)
    for (const key of ['c1', 'c2', 'c3', 'c4']) people[key]!.email = ''
    people.c4!.phone = ''
    const world = await campaignWorld(await fresh(), { rows, people })
    const { scope, ports } = world
    await recordConsent(scope, OLENA, 3, { channel: 'call', ...REFUSAL })
    await recordConsent(scope, OLENA, 5, { channel: 'email', ...REFUSAL })
    const plan = { channels: ['email' as const], holdoutShare: 0.2, bonus: { points: 500, days: 60 }, subject: 'Так' }
    const { id } = await world.make(plan)
    const asker = { scope, columns: await world.cache.get(scope), today: TODAY }
    const look = async () => callsInstead(asker, ports, await findCampaign(scope, id))
    expect(await look()).toEqual({ clientIds: [1, 2, 5], why: { noAddress: 2, noConsent: 1 }, called: 0, not: 2 })

    world.gateway = ({ to }) =>
      to === 'c30@a.test'
        ? { kind: 'failed', reason: 'badAddress', detail: '', final: true, retryAfterMs: null }
        : { kind: 'sent', providerId: null }
    const launched = await world.start(plan)
    await world.deliver('email')
    const campaign = await findCampaign(scope, launched.id)
    const wasHeld = !(await world.messagesOf(campaign)).some(({ clientId }) => clientId === 30)
    const expected = wasHeld ? [1, 2, 5] : [1, 2, 5, 30]
    expect((await callsInstead(asker, ports, campaign)).clientIds).toEqual(expected)
    const asked = { reason: 'Назад', script: 'Вітаю, {{firstName}}!', who: OLENA }
    const given = world.given.size
    expect(await callInstead(asker, ports, campaign, asked)).toMatchObject({ added: expected.length, already: 0 })
    expect(world.given.size - given).toBe(3)
    expect(await callInstead(asker, ports, campaign, asked)).toMatchObject({ added: 0, already: 0 })
    expect(await callsInstead(asker, ports, campaign)).toMatchObject({ clientIds: [], called: expected.length, not: 2 })
    expect((await look()).clientIds, 'who is on the list already is to be called once').toEqual([])
  })
})
