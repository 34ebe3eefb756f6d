import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { workspaceId } from '../database/tables.ts'
import type { ConsentEntry, ConsentSource, Purpose } from './consent.ts'

/** What clients agreed to and took back: only added to, but for what an undone import brought, a mistake taken back at once, and an erased client. */
export const consents = pgTable(
  'consents',
  {
    workspaceId: workspaceId(),
    clientId: integer('client_id').notNull(),
    /** counts from 1 for each client: the order in which they were said */
    number: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    channel: text().$type<ConsentEntry['channel']>().notNull(),
    purpose: text().$type<Purpose>().notNull(),
    granted: boolean().notNull(),
    source: text().$type<ConsentSource>().notNull(),
    /** who wrote it down, by the name of the time; '' for the client themselves, a file or the command line */
    whoName: text('who_name').notNull(),
    /** the file it came with: undoing that import removes it */
    importId: integer('import_id'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.clientId, table.number] }),
    index('consents_import').on(table.workspaceId, table.importId),
  ],
)
