import { and, gte, lte, sql } from 'drizzle-orm'
import { accrueTo, balancesOf, expiringBetween } from '../bonuses/index.ts'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf, type TestClient, type TestLine } from '../book/testing.ts'
import type { Plan } from '../campaigns/plan.ts'
import { campaignWorld, OLENA, OWNER } from '../campaigns/testing.ts'
import type { DriverStore } from '../database/index.ts'
import { messages } from '../messages/tables.ts'
import { checkAutomation } from './check-automation.ts'
import { findAutomation, makeAutomation } from './manage-automations.ts'
import { runAutomation } from './run-automation.ts'
import type { Trigger } from './trigger.ts'
import { turnOn } from './turn-on.ts'

const ZONE = 'Europe/Kyiv'
const MOST = 40
const KEYS = Array.from({ length: MOST }, (_, i) => `c${i + 1}`)
const phoneOf = (key: string) => `+3806710000${key.slice(1).padStart(2, '0')}`

/** An instant by the clock on the salon's wall. */
export const at = (day: string, time = '10:00') =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds)

/** A salon on a controlled clock, with clients `c1` … `c40`, each with a phone, and some with a birthday. */
export async function automationWorld(store: DriverStore, rows: TestLine[], birthdays: Record<string, string> = {}) {
  const people = Object.fromEntries(
    KEYS.map((key): [string, TestClient] => [
      key,
      { name: `Ім’я${key} Прізвище`, phone: phoneOf(key), birthday: birthdays[key] ?? '' },
    ]),
  )
  const everybody = KEYS.map((client): TestLine => ({ client, day: '2024-01-15', status: 'cancelled' }))
  const world = await campaignWorld(store, { rows: [...everybody, ...rows], people })
  Object.assign(world.ports, { accrueTo, balancesOf, expiringBetween })
  await store.db.execute(sql`INSERT INTO campaign_settings (workspace_id, cap_messages, cap_days, approve_above, quiet)
    VALUES (${world.scope.workspaceId}, 1, 1, NULL, ${JSON.stringify({ from: '21:00', to: '09:00' })}::jsonb)`)
  const sending = { push: async () => {} }
  let imports = 1
  const deps = { ports: world.ports, cache: world.cache, sending }
  const salon = {
    ...world,
    store,
    deps,
    async book(lines: TestLine[]) {
      await storeBook(world.scope, bookable(bookOf(lines, people)), {
        ...{ importId: ++imports, from: 0 },
        onStep: async () => {},
      })
      await store.db.execute(
        sql`UPDATE workspaces SET data_version = data_version + 1 WHERE id = ${world.scope.workspaceId}`,
      )
    },
    async check(id: string, day: string) {
      const columns = await world.cache.get(world.scope)
      const today = Math.round(Date.parse(day) / 86_400_000)
      return await checkAutomation(
        { scope: world.scope, ports: world.ports, columns, today },
        await findAutomation(world.scope, id),
      )
    },
    /** makes an automation and switches it on */
    async automate(trigger: Trigger, day: string, plan: Partial<Plan> = {}, { backlog = false, pauseDays = 30 } = {}) {
      const whole = { channels: ['sms'], text: 'Вітаємо', holdoutShare: 0, quiet: null, ...plan } as Plan
      const asked = { name: 'Сама', trigger, plan: whole, pauseDays }
      const { id, version } = await makeAutomation(world.scope, OLENA, asked)
      const check = await salon.check(id, day)
      await turnOn(world.scope, id, { actor: OWNER, who: OLENA, version, backlog, check, now: at(day, '00:01') })
      return id
    },
    run: (id: string, now: Date) => runAutomation(world.scope, deps, id, now),
    /** runs an automation on a day and sends what it wrote; answers whom */
    async day(id: string, day: string, { time = '10:00', lines = [] as TestLine[] } = {}): Promise<string[]> {
      // a walk-in of the day: the book tells of it
      await salon.book([...lines, { client: null, day, minute: 500 }])
      await salon.run(id, at(day, time))
      return await salon.deliverOn(at(day, time))
    },
    /** sends what is due as if at a moment; answers to whom */
    async deliverOn(now: Date): Promise<string[]> {
      const before = world.sent.length
      const began = new Date()
      await world.deliver('sms')
      await store.db
        .update(messages)
        .set({ claimedAt: now, writtenOn: now.toISOString().slice(0, 10) })
        .where(and(gte(messages.claimedAt, began), lte(messages.claimedAt, new Date())))
      const wrote = world.sent.slice(before).map(({ message }) => KEYS.find((key) => phoneOf(key) === message.to)!)
      return wrote.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    },
  }
  return salon
}
