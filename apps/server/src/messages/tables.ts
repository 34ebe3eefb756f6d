import { date, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { SendingChannel } from '../channels/index.ts'
import { moment, workspaceId } from '../database/tables.ts'
import type { MessageState, SourceKind } from './states.ts'

/**
 * What is to be sent and was sent to clients: one row a client and step, a step being the next channel after a definite
 * failure of the one before. Neither text nor address is kept here.
 */
export const messages = pgTable(
  'messages',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    sourceKind: text('source_kind').$type<SourceKind>().notNull(),
    sourceId: uuid('source_id').notNull(),
    clientId: integer('client_id').notNull(),
    /** from 0 */
    step: smallint().notNull().default(0),
    channel: text().$type<SendingChannel>().notNull(),
    /** channels to fall back on, in this order */
    fallbacks: text().array().$type<SendingChannel[]>().notNull(),
    state: text().$type<MessageState>().notNull(),
    /** place in the order of sending, drawn at random: where sending stops says nothing about who was left out */
    position: integer().notNull(),
    /** of a queued message; `null`: it is held */
    dueAt: moment('due_at'),
    tries: smallint().notNull().default(0),
    /** of the last try, what the gateway gets as our reference */
    attemptId: uuid('attempt_id'),
    /** what the gateway calls it */
    providerId: text('provider_id'),
    /** why it failed or was passed over */
    trouble: text(),
    /** what the gateway said, cut */
    detail: text(),
    /** minor units */
    cost: integer(),
    parts: smallint(),
    /** when it was noted as `sending`, before anything left the machine */
    claimedAt: moment('claimed_at'),
    /** the salon's own day then */
    writtenOn: date('written_on'),
    sentAt: moment('sent_at'),
    deliveredAt: moment('delivered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('messages_step').on(table.workspaceId, table.sourceId, table.clientId, table.step),
    index('messages_lane').on(table.workspaceId, table.channel, table.state, table.dueAt),
    index('messages_source').on(table.workspaceId, table.sourceId, table.state, table.position),
    index('messages_provider').on(table.workspaceId, table.channel, table.providerId),
    index('messages_attempt').on(table.workspaceId, table.attemptId),
    index('messages_client').on(table.workspaceId, table.clientId, table.writtenOn),
  ],
)

export type Message = typeof messages.$inferSelect
