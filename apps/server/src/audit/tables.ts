import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { workspaceId } from '../database/tables.ts'
import type { AuditAction, AuditDetails, AuditWho } from './events.ts'

/**
 * What people did that others may ask about later. Rows are only ever added: a trigger (in the migration) refuses to
 * change or delete one. They name clients by number only, so erasing a client leaves nothing to erase here.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    workspaceId: workspaceId(),
    /** UUIDv7: later events have greater ids */
    id: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    whoKind: text('who_kind').$type<AuditWho>().notNull(),
    /** of the user or API key; `null` for the command line and the server itself */
    whoId: uuid('who_id'),
    /** their name at the time, '' where `who_id` is null */
    whoName: text('who_name').notNull(),
    action: text().$type<AuditAction>().notNull(),
    /** what it was done to: `client:17`, `import:3`, `member:<user id>`; '' for the workspace */
    subject: text().notNull(),
    details: jsonb().$type<AuditDetails>().notNull(),
    /** of the request, as in the log; `null` outside of one */
    requestId: text('request_id'),
    /** name, subject and details in lower case, for the search */
    searchText: text('search_text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('audit_events_action').on(table.workspaceId, table.action, table.id),
    index('audit_events_who').on(table.workspaceId, table.whoId, table.id),
  ],
)
