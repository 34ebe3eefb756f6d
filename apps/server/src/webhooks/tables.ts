import { boolean, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'
import type { EventType } from '../http/announce.ts'

/** Addresses programs want to be told at. */
export const webhooks = pgTable(
  'webhooks',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    url: text().notNull(),
    events: text().array().$type<EventType[]>().notNull(),
    /** `whsec_…`: what is sent is signed with it, so it cannot be a hash */
    secret: text().notNull(),
    /** the secret before it, which what is sent is signed with too until then; `null` when there is none */
    previousSecret: text('previous_secret'),
    previousUntil: moment('previous_until'),
    isOn: boolean('is_on').notNull().default(true),
    /** why the server itself turned it off; `null` when it did not */
    offReason: text('off_reason').$type<OffReason>(),
    offAt: moment('off_at'),
    /** since when nothing got through; `null` when the last try did */
    failingSince: moment('failing_since'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

/** `gone`: the receiver answered 410; `failing`: nothing got through for as long as tries are made. */
export type OffReason = 'gone' | 'failing'

/** What is to be sent and was sent: written with the change it tells of, so that nothing is lost. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    workspaceId: uuid('workspace_id').notNull(),
    /** UUIDv7; the receiver gets it as `webhook-id`, the same at every try */
    id: uuid().notNull(),
    webhookId: uuid('webhook_id').notNull(),
    type: text().$type<EventType | typeof TEST>().notNull(),
    /** JSON as it is sent and signed */
    body: text().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    tries: integer().notNull().default(0),
    /** `null` when there is no next one */
    nextTryAt: moment('next_try_at'),
    createdAt: moment('created_at').notNull(),
    // of the last try
    triedAt: moment('tried_at'),
    /** HTTP status; `null` when there was no answer */
    status: smallint(),
    ms: integer(),
    /** the first kilobyte of what the receiver said */
    answer: text(),
    trouble: text().$type<Trouble>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.webhookId],
      foreignColumns: [webhooks.workspaceId, webhooks.id],
    }).onDelete('cascade'),
    index('webhook_deliveries_of').on(table.workspaceId, table.webhookId, table.id),
    index('webhook_deliveries_due').on(table.workspaceId, table.state, table.nextTryAt),
  ],
)

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** As people see it: one that waits is held while the plan has no webhooks. */
export const SHOWN_STATES = [...DELIVERY_STATES, 'held'] as const

/** What kept a try from getting through: an answer other than 2xx, none, a forbidden address, or an address turned off. */
export const TROUBLES = ['status', 'redirect', 'timeout', 'unreachable', 'privateAddress', 'off'] as const
export type Trouble = (typeof TROUBLES)[number]

/** Type of what people send to try an address out. */
export const TEST = 'webhook.test'

export type Webhook = typeof webhooks.$inferSelect
export type Delivery = typeof webhookDeliveries.$inferSelect
