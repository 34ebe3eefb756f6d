import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'
import type { Provider, SendingChannel } from './providers.ts'
import type { DeliveryReport } from './sender.ts'

const channel = () => text().$type<SendingChannel>().notNull()

/** How a workspace sends by each channel. */
export const channelAccounts = pgTable(
  'channel_accounts',
  {
    workspaceId: workspaceId(),
    channel: channel(),
    provider: text().$type<Provider>().notNull(),
    /** what the provider wants to know and may be shown, by field */
    settings: jsonb().$type<Record<string, string>>().notNull(),
    /** JSON of what may not, sealed where there is a key */
    secrets: text().notNull(),
    /** the unguessable end of the address gateways report to; sealed likewise */
    hookToken: text('hook_token').notNull(),
    isOn: boolean('is_on').notNull(),
    /** messages a second, at most */
    perSecond: integer('per_second').notNull(),
    /** minor units, of one part of an SMS or one message; a hundredth of a kopeck counts */
    partPrice: doublePrecision('part_price').notNull(),
    /** what went wrong last, in the gateway's words; `null` when the last message or check went well */
    lastError: text('last_error'),
    lastErrorAt: moment('last_error_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.channel] })],
)

/** Chats clients opened with the salon's bots. */
export const clientChats = pgTable(
  'client_chats',
  {
    workspaceId: workspaceId(),
    channel: channel(),
    clientId: integer('client_id').notNull(),
    /** the chat, sealed where there is a key */
    address: text().notNull(),
    /** equal for equal chats, see ContactVault.keyOf */
    addressKey: text('address_key').notNull(),
    linkedAt: moment('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.channel, table.clientId] }),
    unique('client_chats_address').on(table.workspaceId, table.channel, table.addressKey),
  ],
)

/** Links handed to clients to open a chat by: good once and for a while. */
export const chatInvitations = pgTable(
  'chat_invitations',
  {
    workspaceId: workspaceId(),
    tokenHash: text('token_hash').notNull(),
    channel: channel(),
    clientId: integer('client_id').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.tokenHash] })],
)

/** How far gateways' reports have brought each message, so that late and repeated ones change nothing. */
export const deliveryReports = pgTable(
  'delivery_reports',
  {
    workspaceId: workspaceId(),
    channel: channel(),
    /** the gateway's id of the message, or ours */
    reference: text().notNull(),
    state: text().$type<DeliveryReport['state']>().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.channel, table.reference] }),
    index('delivery_reports_at').on(table.at),
  ],
)

/** What clients wrote back. */
export const replies = pgTable(
  'replies',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    channel: channel(),
    /** `null` when the address is nobody's in the book */
    clientId: integer('client_id'),
    /** the client's phone or chat, and what they wrote; sealed where there is a key */
    address: text().notNull(),
    text: text().notNull(),
    /** the gateway's id of it, by which it is kept once */
    providerId: text('provider_id').notNull(),
    /** it asked to stop, and marketing by this channel was stopped */
    isStop: boolean('is_stop').notNull(),
    at: moment('at').notNull(),
    /** when somebody of the salon said that it has been read; `null`: not yet */
    readAt: moment('read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('replies_provider').on(table.workspaceId, table.channel, table.providerId),
    index('replies_client').on(table.workspaceId, table.clientId),
  ],
)

export type ReplyRow = typeof replies.$inferSelect
