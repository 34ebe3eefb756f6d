import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { workspaces } from '../database/tables.ts'
import type { ImportFailure, ImportInspection, ImportOptions, ImportResult, ImportState } from './import.ts'

export const imports = pgTable(
  'imports',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** counts from 1 in each workspace */
    id: integer().notNull(),
    fileName: text('file_name').notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    state: text().$type<ImportState>().notNull(),
    /** what a person chose: sheet, columns, settings */
    options: jsonb().$type<ImportOptions>().notNull(),
    inspection: jsonb().$type<ImportInspection>(),
    /** lines stored so far, of how many; parts taken back so far */
    done: integer(),
    total: integer(),
    /** appointment of the file to go on with after a stop */
    checkpoint: integer().notNull().default(0),
    result: jsonb().$type<ImportResult>(),
    error: jsonb().$type<ImportFailure>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** when its lines became visible: the latest one may be undone */
    doneAt: timestamp('done_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)
