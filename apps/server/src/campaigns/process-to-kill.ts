import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { accrueTo, balancesOf, expiringBetween, redeemedOf } from '../bonuses/index.ts'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { addressesOf, configureChannels, openSender } from '../channels/index.ts'
import { setUpChannel } from '../channels/set-up-channel.ts'
import { openScope, openStore, rowsOf } from '../database/index.ts'
import { bookingTarget, clicksOf, linksFor, unsubscribeLinksFor } from '../links/index.ts'
import { ColumnsCache } from '../reports/columns.ts'
import { listCampaigns, makeCampaign } from './manage-campaigns.ts'
import { sendCampaign } from './send-campaign.ts'
import { startCampaigns } from './start-campaigns.ts'

// The process crash.test.ts kills: sends a campaign by e-mail and SMS, or goes on with it, and reports where it stands.

export interface KillSettings {
  dataFolder: string
  databaseUrl: string | null
  people: number
  smtpPort: number
  gatewayUrl: string
  perSecond: number
}

const settings: KillSettings = JSON.parse(process.argv[2]!)
const { people, smtpPort, gatewayUrl, perSecond } = settings
const WHO = { kind: 'commandLine' } as const
const OWNER = { role: 'owner', staff: null, seesContacts: true, locations: null } as const

configureChannels({
  ...{ allowPrivate: true, gateways: {}, smtpUrl: null, mailFrom: 'salon@salon.test', publicUrl: null },
})
const store = await openStore(settings)
const workspaceId = '00000000-0000-7000-8000-000000000000'
const scope = openScope(store, workspaceId)
const cache = new ColumnsCache()

/** A book, two channels and a campaign: half of the clients have an e-mail, half a phone. */
async function prepare() {
  await store.db.execute(sql`
    INSERT INTO workspaces (id, name, time_zone, currency, country, settings)
    VALUES (${workspaceId}, 'Салон', 'Europe/Kyiv', 'UAH', 'UA', '{"softOptIn": true}') ON CONFLICT DO NOTHING`)
  if ((await listCampaigns(scope, { before: null, limit: 1 })).length > 0) return
  const keys = Array.from({ length: people }, (_, i) => `c${i}`)
  const contacts = keys.map((key, i) => [
    key,
    i % 2
      ? { name: `Клієнт ${i}`, phone: `+38067${1_000_000 + i}` }
      : { name: `Клієнт ${i}`, email: `c${i}@salon.test` },
  ])
  const rows = keys.map((client) => ({ client, day: '2026-01-05', price: 500 }))
  const book = bookable(bookOf(rows, Object.fromEntries(contacts)))
  await storeBook(scope, book, { importId: 1, from: 0, onStep: async () => {} })
  await setUpChannel(scope, WHO, 'email', {
    provider: 'smtp',
    values: { host: '127.0.0.1', port: String(smtpPort), security: 'none', from: 'salon@salon.test' },
    perSecond,
  })
  await setUpChannel(scope, WHO, 'sms', {
    provider: 'genericSms',
    values: { method: 'POST', url: gatewayUrl, body: '{"id":"{{id}}","to":"{{to}}","text":"{{text}}"}', idPath: 'id' },
    perSecond,
  })
  const plan = {
    ...{ groupIds: [workspaceId], channels: ['email', 'sms'] as ['email', 'sms'], holdoutShare: 0, quiet: null },
    ...{
      subject: 'Сумуємо',
      text: '{{firstName|друже}}, даруємо {{bonuses}}! {{link}}',
      bonus: { points: 500, days: 60 },
    },
  }
  const { id } = await makeCampaign(scope, WHO, { name: 'Повертайтесь', plan })
  const check = { problems: [], contacted: people }
  await sendCampaign(scope, id, { actor: OWNER, who: WHO, version: 1, check, now: new Date(), push: campaigns.push })
}

const bonuses = { accrueTo, balancesOf, expiringBetween, redeemedOf }
const ports = { ...bonuses, addressesOf, openSender, linksFor, bookingTarget, clicksOf }
const { campaigns } = await startCampaigns(store, cache, {
  ...{ ...ports, unsubscribeLinksFor },
  membersOf: async (_, columns) => [...columns.clientIds],
  awayOn: async () => null,
})
await prepare()
for (;;) {
  const [campaign] = await listCampaigns(scope, { before: null, limit: 1 })
  const isOver = campaign?.state === 'done'
  const rows = isOver
    ? await rowsOf(
        store.db,
        sql`SELECT client_id AS "clientId", channel, step, state, tries FROM messages ORDER BY client_id, step`,
      )
    : []
  const [bonuses] = isOver
    ? await rowsOf<{ given: number }>(
        store.db,
        sql`SELECT count(*)::integer AS given FROM bonus_operations WHERE kind = 'accrue'`,
      )
    : []
  process.send!({ isOver, rows, ...bonuses })
  await wait(isOver ? 60_000 : 50)
}
