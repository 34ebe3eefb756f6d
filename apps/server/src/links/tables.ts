import { boolean, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'

/** A short address of one person in one sending; see docs/decisions/0026 for why tokens stand here as they are. */
export const links = pgTable(
  'links',
  {
    workspaceId: workspaceId(),
    token: text().notNull(),
    sourceKind: text('source_kind').$type<LinkSource['kind']>().notNull(),
    sourceId: text('source_id').notNull(),
    clientId: integer('client_id').notNull(),
    /** where it leads; `null`: to the hosted page */
    url: text(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    // of people: programs that only look are not counted
    clicks: integer().notNull().default(0),
    firstClickAt: moment('first_click_at'),
    lastClickAt: moment('last_click_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.token] }),
    unique('links_of_person').on(table.workspaceId, table.sourceKind, table.sourceId, table.clientId),
    // whoever opens a link brings nothing but the token
    index('links_token').on(table.token),
    index('links_client').on(table.workspaceId, table.clientId),
  ],
)

/** Where a client says no to marketing by one channel: one address for as long as the client is known. */
export const unsubscribeLinks = pgTable(
  'unsubscribe_links',
  {
    workspaceId: workspaceId(),
    token: text().notNull(),
    clientId: integer('client_id').notNull(),
    channel: text().$type<RefusableChannel>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.token] }),
    unique('unsubscribe_links_of_client').on(table.workspaceId, table.clientId, table.channel),
    index('unsubscribe_links_token').on(table.token),
  ],
)

/** Where clients book and how they reach the salon; no row: the defaults of booking-page.ts. */
export const bookingPages = pgTable(
  'booking_pages',
  {
    workspaceId: workspaceId(),
    /** the salon's own online booking; '' without one */
    bookingUrl: text('booking_url').notNull(),
    utmSource: text('utm_source').notNull(),
    utmMedium: text('utm_medium').notNull(),
    /** parameter of the booking page that takes the client's phone; `null`: phones stay out of addresses */
    phoneParameter: text('phone_parameter'),
    /** the hosted page is open to those who have a link */
    pageOn: boolean('page_on').notNull(),
    /** and under an address of the salon, to everybody */
    publicOn: boolean('public_on').notNull(),
    /** of that address; made when it is first opened */
    publicCode: text('public_code'),
    opening: text().notNull(),
    /** how clients reach the salon: a phone, a street */
    contact: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] }), index('booking_pages_code').on(table.publicCode)],
)

/** What a link was made for. */
export interface LinkSource {
  /** `survey`: the question of a campaign's message, beside the link to book */
  kind: 'campaign' | 'automation' | 'survey'
  id: string
}

/** Channels whose messages carry a link to refuse them. */
export type RefusableChannel = 'email' | 'sms' | 'telegram' | 'whatsapp' | 'viber'
