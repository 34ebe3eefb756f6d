import { expect, test } from 'vitest'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { describeStores } from '../database/testing.ts'
import { ColumnsCache } from '../reports/columns.ts'
import { findCampaign, setCampaign } from './manage-campaigns.ts'
import { campaignResults, traceClients } from './results.ts'
import { ago, campaignWorld, salonOf } from './testing.ts'

const day = (daysAgo: number) => Math.round(Date.parse(ago(daysAgo)) / 86_400_000)

describeStores('results of a campaign', (fresh) => {
  test('both arms are counted over the same days, and what is because of it is told apart from what is after it', async () => {
    const world = await campaignWorld(await fresh(), salonOf(60))
    const campaign = await world.start({ holdoutShare: 0.25, windowDays: 10 })
    await world.deliver('sms')
    // as if it had gone out 20 days ago
    await setCampaign(world.scope, campaign.id, { launchedOn: ago(20) })
    const traces = await traceClients(
      world.scope,
      world.ports,
      await world.cache.get(world.scope),
      [await findCampaign(world.scope, campaign.id)],
      day(0),
    )
    const arm = (name: string) => traces.filter((trace) => trace.arm === name).map(({ clientId }) => clientId)
    const [contacted, holdout] = [arm('contacted'), arm('holdout')]
    expect([contacted.length, holdout.length]).toEqual([45, 15])
    const visit = (id: number, daysAgo: number) => ({ client: `c${id}`, day: ago(daysAgo), price: 500 })
    const rows = [
      ...contacted.slice(0, 18).map((id) => visit(id, 15)),
      ...holdout.slice(0, 3).map((id) => visit(id, 10)),
      // on the day itself, and after the window: neither counts
      visit(contacted[20]!, 20),
      visit(contacted[21]!, 9),
      visit(contacted[22]!, 1),
      // to come, which is not to have come
      { client: `c${contacted[23]!}`, day: ago(-2), status: 'scheduled' as const, bookedDay: ago(4) },
    ]
    await storeBook(world.scope, bookable(bookOf(rows)), { importId: 2, from: 0, onStep: async () => {} })
    const columns = await new ColumnsCache().get(world.scope)
    const after = await findCampaign(world.scope, campaign.id)
    const seen = await traceClients(world.scope, world.ports, columns, [after], day(0))
    const results = await campaignResults(world.scope, after, seen, columns, day(0))
    expect(results.effect.contacted).toMatchObject({ clients: 45, visited: 18, revenue: 9000 })
    expect(results.effect.holdout).toMatchObject({ clients: 15, visited: 3, revenue: 1500 })
    expect(results.effect.lift!.difference).toBeCloseTo(0.2, 10)
    expect(results.effect.incrementalVisits!.expected).toBeCloseTo(9, 10)
    expect(results).toMatchObject({
      verdict: 'ready',
      messagesMinor: 45 * 80,
      funnel: { written: 45, sent: 45, visited: 18 },
    })
    const masters = results.by.staff.map(({ effect }) => effect.contacted.clients + effect.holdout.clients)
    expect(masters).toEqual([30, 30])
    const launched = async (daysAgo: number) => {
      const lately = { ...after, launchedOn: ago(daysAgo) }
      const soon = await traceClients(world.scope, world.ports, columns, [lately], day(0))
      return campaignResults(world.scope, lately, soon, columns, day(0))
    }
    expect(await launched(8)).toMatchObject({ verdict: 'open', funnel: { visited: 1, booked: 2 } })
    // the data reaches yesterday: of a week of days only six are known
    expect(await launched(7)).toMatchObject({ verdict: 'early' })
  })
})
