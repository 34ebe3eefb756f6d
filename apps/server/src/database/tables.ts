import { boolean, char, date, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Plan } from '../plans.ts'

/** A column of instants. */
export const moment = (name: string) => timestamp(name, { withTimezone: true })

export const workspaces = pgTable('workspaces', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** IANA */
  timeZone: text('time_zone').notNull(),
  /** ISO 4217 */
  currency: char({ length: 3 }).notNull(),
  /** ISO 3166-1 alpha-2, of phone numbers written without one */
  country: char({ length: 2 }).notNull(),
  isDemo: boolean('is_demo').notNull().default(false),
  /** of a practice salon: the day it has been played on to; `null`: a real one, which goes by the clock */
  practiceDay: date('practice_day'),
  settings: jsonb().notNull().default({}),
  /** counts what changed the lines that reports see, so a cache knows when it is old */
  dataVersion: integer('data_version').notNull().default(0),
  /** the highest number a client ever had: what points to clients by number must not come to point to others */
  clientsNumbered: integer('clients_numbered').notNull().default(0),
  /** one of PLANS, as the host has given it; `null`: the host's default */
  plan: text().$type<Plan>(),
  /** when the plan becomes free; `null`: it stays */
  trialEndsAt: moment('trial_ends_at'),
  /** since when nobody gets in, by the host's will; `null` ordinarily */
  suspendedAt: moment('suspended_at'),
  /** when it was restored from a backup: it does nothing by itself until an owner says go; `null` ordinarily */
  restoredAt: moment('restored_at'),
  /** the last date before the server's clock jumped: nothing ends by date until an owner confirms it; `null` ordinarily */
  dateDoubtedFrom: moment('date_doubted_from'),
  createdAt: moment('created_at').notNull().defaultNow(),
})

/** One row: when a server last looked at the clock. */
export const serverClock = pgTable('server_clock', {
  id: smallint().primaryKey().default(1),
  seenAt: moment('seen_at').notNull(),
})

/** The column by which a row belongs to a workspace. */
export const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id)
