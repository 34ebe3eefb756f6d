import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'

/** Clients to call, and what clients asked for on the hosted page. */
export const calls = pgTable(
  'calls',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    /** `null`: nobody of the book, who left a name and a phone on the public page */
    clientId: integer('client_id'),
    /** of such a stranger, else ''; stored as the contacts of clients are */
    name: text().notNull(),
    phone: text().notNull(),
    source: text().$type<CallSource>().notNull(),
    /** of the group, campaign or automation; '' otherwise */
    sourceId: text('source_id').notNull(),
    /** why to call, in words: a group's name, say */
    reason: text().notNull(),
    /** what to say, with the fields of script.ts */
    script: text().notNull(),
    /** what the client asked for; `null`: they did not */
    wish: jsonb().$type<Wish>(),
    /** `client:…` or `form:…` while open, so that nobody stands here twice; `null` when done */
    openKey: text('open_key'),
    /** of the form it came with, which makes one request however often it is sent; `null` without one */
    formKey: text('form_key'),
    state: text().$type<CallState>().notNull(),
    /** of the last call, or why there was none; `null` before */
    outcome: text().$type<Outcome | DropReason>(),
    /** local day it is to be done */
    dueOn: date('due_on').notNull(),
    note: text().notNull(),
    tries: integer().notNull(),
    /** who has it in hand, as http/who.ts tells them apart; `null`: nobody */
    takenBy: text('taken_by'),
    takenName: text('taken_name').notNull(),
    takenAt: moment('taken_at'),
    createdAt: moment('created_at').notNull(),
    /** the salon's own day then: who comes on it or later need not be called */
    createdOn: date('created_on').notNull(),
    createdName: text('created_name').notNull(),
    changedAt: moment('changed_at').notNull(),
    changedName: text('changed_name').notNull(),
    /** counts changes: who writes something down has seen the one before */
    revision: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('calls_open').on(table.workspaceId, table.openKey),
    unique('calls_form').on(table.workspaceId, table.formKey),
    index('calls_client').on(table.workspaceId, table.clientId),
    index('calls_due').on(table.workspaceId, table.state, table.dueOn),
  ],
)

/** What was written down about an entry, to be taken back: the latest first. */
export const callSteps = pgTable(
  'call_steps',
  {
    workspaceId: uuid('workspace_id').notNull(),
    callId: uuid('call_id').notNull(),
    /** the revision it made */
    revision: integer().notNull(),
    before: jsonb().$type<CallBefore>().notNull(),
    /** of the consent it withdrew: undoing gives it back; `null`: none */
    consentNumber: integer('consent_number'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.callId, table.revision] }),
    foreignKey({
      columns: [table.workspaceId, table.callId],
      foreignColumns: [calls.workspaceId, calls.id],
    }).onDelete('cascade'),
  ],
)

export const CALL_SOURCES = ['request', 'hand', 'group', 'campaign', 'automation'] as const
export type CallSource = (typeof CALL_SOURCES)[number]

export type CallState = 'open' | 'done'

/** What comes of a call. The first two leave it open for another day. */
export const OUTCOMES = ['noAnswer', 'callBack', 'booked', 'notInterested', 'wrongNumber', 'noCalls'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why an entry went by itself: the client holds an appointment, or came. */
export const DROP_REASONS = ['alreadyBooked', 'alreadyCame'] as const
export type DropReason = (typeof DROP_REASONS)[number]

export const PARTS_OF_DAY = ['any', 'morning', 'day', 'evening'] as const

/** What a client asks for; '' where they leave it open. */
export interface Wish {
  staff: string
  service: string
  /** ISO date */
  day: string
  part: (typeof PARTS_OF_DAY)[number]
  comment: string
}

export type Call = typeof calls.$inferSelect

/** An entry as it was before something was written down. */
export type CallBefore = Pick<
  Call,
  'state' | 'outcome' | 'dueOn' | 'note' | 'tries' | 'openKey' | 'changedName' | 'revision'
> & { changedAt: string }
