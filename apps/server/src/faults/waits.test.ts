import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findContacts } from '../book/index.ts'
import { campaignSource } from '../campaigns/campaign-source.ts'
import { sendCampaign } from '../campaigns/send-campaign.ts'
import { campaigns } from '../campaigns/tables.ts'
import { campaignWorld, OLENA } from '../campaigns/testing.ts'
import { describeStores } from '../database/testing.ts'
import { SENDING_CHANNELS } from '../messages/index.ts'
import { createSending } from '../messages/start-sending.ts'
import { keepRetention } from '../privacy/start-retention.ts'
import { noteClock, readWorkspace, sayGo, waitAsRestored, waitOf } from '../workspace/index.ts'

const DAY_MS = 24 * 3_600_000

describeStores('what waits for a person', (_, __, shared) => {
  let opened: ReturnType<typeof shared> | null = null
  const store = () => {
    opened ??= shared()
    return opened
  }

  test('of a restored copy nothing is sent or begun until an owner says go', async () => {
    const world = await campaignWorld(await store())
    const { scope, ports, cache } = world
    await world.start({})
    const later = await world.make({})
    await sendCampaign(scope, later.id, world.sending())
    await waitAsRestored(scope.db, new Date())

    const sources = { campaign: campaignSource({ ports, cache }) }
    const pushed: number[] = []
    const queue = { send: async (_scope: unknown, _name: 'send', id: number) => void pushed.push(id) }
    const sending = createSending(await store(), { openSender: ports.openSender, sources }, Promise.resolve(queue))
    const job = { workspaceId: scope.workspaceId, id: SENDING_CHANNELS.indexOf('sms') }
    await sending.send(job, false)
    expect([world.sent, pushed]).toEqual([[], []])
    expect(await world.launch()).toBeNull()
    const scheduled = await scope.db.$count(campaigns, sql`workspace_id = ${scope.workspaceId} AND state = 'scheduled'`)
    expect(scheduled).toBe(1)

    await sayGo(scope, OLENA, 'restored')
    await sending.send(job, false)
    expect(world.sent).toHaveLength(20)
    expect(waitOf(await readWorkspace(scope))).toBeNull()
  })

  test('a clock far ahead erases nobody before a person confirms the date, or it is put right', async () => {
    const opened = await store()
    const { scope } = await campaignWorld(opened)
    await scope.db.execute(sql`
      UPDATE workspaces SET settings = '{"eraseAfterMonths": 12}' WHERE id = ${scope.workspaceId}`)
    const now = new Date()
    const ahead = Temporal.Instant.fromEpochMilliseconds(now.getTime() + 800 * DAY_MS)
    const deps = { folder: { id: 'none', path: '/nowhere' } }
    const known = async () => (await findContacts(scope, [1])).get(1)?.erased
    const wait = async () => waitOf(await readWorkspace(scope))
    await noteClock(opened, now)
    await keepRetention(opened, deps, ahead)
    expect([await known(), await wait()]).toEqual([false, { for: 'date', since: now }])

    await noteClock(opened, new Date(now.getTime() + 1000))
    expect(await wait()).toBeNull()

    await noteClock(opened, new Date(ahead.epochMilliseconds))
    await noteClock(opened, new Date(ahead.epochMilliseconds + 1000))
    expect(await wait()).toMatchObject({ for: 'date' })
    await keepRetention(opened, deps, ahead)
    expect(await known()).toBe(false)
    await sayGo(scope, OLENA, 'date')
    await keepRetention(opened, deps, ahead)
    expect(await known()).toBe(true)
  })
})
