import { eq, sql } from 'drizzle-orm'
import { bookable, findContacts, storeBook } from '../book/index.ts'
import { bookOf, type TestClient, type TestLine } from '../book/testing.ts'
import type { OutgoingMessage, SendingChannel, SendOutcome } from '../channels/index.ts'
import type { DriverStore, WorkspaceScope } from '../database/index.ts'
import { newScope } from '../database/testing.ts'
import { sendLane } from '../messages/send-lane.ts'
import { type Message, messages } from '../messages/tables.ts'
import { ColumnsCache } from '../reports/columns.ts'
import { campaignSource } from './campaign-source.ts'
import { launchDue } from './launch.ts'
import { makeCampaign } from './manage-campaigns.ts'
import type { Plan } from './plan.ts'
import type { CampaignPorts } from './ports.ts'
import { sendCampaign } from './send-campaign.ts'
import type { Campaign } from './tables.ts'

export const OWNER = { role: 'owner', staff: null, seesContacts: true, locations: null } as const
export const OLENA = { kind: 'user', id: '01a203e5-0000-7000-8000-00000000000a', name: 'Олена' } as const
const NO_PROBLEMS = { problems: [], contacted: 1 }

/** A day so many days ago, as ISO text. */
export const ago = (days: number): string => Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days }).toString()

/** What a stand-in gateway does with a message. */
export type Gateway = (message: OutgoingMessage, channel: SendingChannel) => SendOutcome | Promise<SendOutcome>

/** Clients `c1` … with a visit 60 days ago, a phone and an e-mail each. */
export function salonOf(count: number): { rows: TestLine[]; people: Record<string, TestClient> } {
  const keys = Array.from({ length: count }, (_, i) => `c${i + 1}`)
  const rows = keys.map((client, i) => ({ client, day: ago(60), staff: i % 2 ? 'Марта' : 'Ілля', price: 100 + i }))
  const of = (key: string, i: number) => ({
    name: `Ім’я${i} Прізвище`,
    phone: `+38067${1_000_000 + i}`,
    email: `${key}@a.test`,
  })
  return { rows, people: Object.fromEntries(keys.map((key, i) => [key, of(key, i)])) }
}

/** A workspace with these clients, where parts below campaigns are stand-ins that remember what they were asked. */
export async function campaignWorld(store: DriverStore, { rows, people } = salonOf(20)) {
  const scope = await newScope(store)
  await store.db.execute(sql`UPDATE workspaces SET settings = '{"softOptIn": true}' WHERE id = ${scope.workspaceId}`)
  await storeBook(scope, bookable(bookOf(rows, people)), { importId: 1, from: 0, onStep: async () => {} })
  const cache = new ColumnsCache()
  const sent: { channel: SendingChannel; message: OutgoingMessage; at: number }[] = []
  const given = new Map<string, number>()
  const world = {
    perSecond: 500,
    quietMs: 0,
    off: [] as SendingChannel[],
    gateway: (() => ({ kind: 'sent', providerId: null })) as Gateway,
  }
  const ports: CampaignPorts = {
    membersOf: async (_, columns) => [...columns.clientIds],
    awayOn: async () => null,
    async accrueTo(_, { clientIds, points, key }) {
      const fresh = clientIds.filter((id) => !given.has(`${key} ${id}`))
      for (const id of fresh) given.set(`${key} ${id}`, points)
      return { accrued: fresh.length }
    },
    balancesOf: async () => new Map(),
    redeemedOf: async () => [],
    bookingTarget: async () => ({ kind: 'request' }),
    clicksOf: async () => [],
    expiringBetween: async () => [],
    linksFor: async (_, { clientIds }) => new Map(clientIds.map((id) => [id, `https://s.test/l/${id}`])),
    unsubscribeLinksFor: async (_, clientIds) => new Map(clientIds.map((id) => [id, `https://s.test/u/${id}`])),
    async addressesOf(inner, clientIds) {
      const contacts = await findContacts(inner, clientIds)
      return new Map([...contacts].map(([id, { phone, email }]) => [id, { sms: phone, email }]))
    },
    async openSender(_, channel) {
      if (world.off.includes(channel)) return null
      const send = async (message: OutgoingMessage) => {
        sent.push({ channel, message, at: performance.now() })
        return await world.gateway(message, channel)
      }
      return {
        sender: { channel, send, close: async () => {} },
        perSecond: world.perSecond,
        costOf: () => ({ parts: 1, minor: 80 }),
      }
    },
  }
  const sources = { campaign: campaignSource({ ports, cache }) }
  const push = async () => {}
  const openSender: CampaignPorts['openSender'] = (...asked) => ports.openSender(...asked)
  const options = { openSender, sources, push, sendTimeoutMs: 300, sliceMs: 20_000 }
  /** Sends what is due on a channel, as a server would. */
  const deliver = (channel: SendingChannel, on: WorkspaceScope = scope) =>
    sendLane(on, channel, { ...options, quietMs: world.quietMs, stopping: new AbortController().signal })
  const make = (plan: Partial<Plan>) => {
    const whole = { groupIds: [scope.workspaceId], channels: ['sms'], text: 'Вітаємо', holdoutShare: 0, quiet: null }
    return makeCampaign(scope, OLENA, { name: 'Назад', plan: { ...whole, ...plan } as Plan })
  }
  const sending = (version = 1) => ({ actor: OWNER, who: OLENA, version, check: NO_PROBLEMS, now: new Date(), push })
  const launch = (now = new Date()) => launchDue(scope, { ports, cache, sending: { push } }, now)
  const world2 = Object.assign(world, {
    ...{ scope, cache, ports, sent, given, deliver, make, sending, launch },
    /** makes, sends and launches a campaign */
    async start(plan: Partial<Plan>): Promise<Campaign> {
      const campaign = await make(plan)
      await sendCampaign(scope, campaign.id, sending())
      await launch()
      return campaign
    },
    messagesOf: (campaign: Pick<Campaign, 'id'>): Promise<Message[]> =>
      scope.db
        .select()
        .from(messages)
        .where(eq(messages.sourceId, campaign.id))
        .orderBy(messages.clientId, messages.step),
  })
  return world2
}

/** How many messages stand at each state. */
export function countStates(rows: readonly Message[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
