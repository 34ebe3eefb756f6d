import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'
import type {
  ImportFailure,
  ImportOptions,
  ImportResult,
  ImportState,
  InspectedFile,
  SealedInspection,
} from './import.ts'

export const imports = pgTable(
  'imports',
  {
    workspaceId: workspaceId(),
    /** counts from 1 in each workspace */
    id: integer().notNull(),
    fileName: text('file_name').notNull(),
    /** bytes */
    size: bigint({ mode: 'number' }).notNull(),
    state: text().$type<ImportState>().notNull(),
    options: jsonb().$type<ImportOptions>().notNull(),
    /** sealed where contacts are, see sealed-inspection.ts */
    inspected: jsonb().$type<InspectedFile | SealedInspection>(),
    /** lines stored, or parts taken back, so far; of how many */
    done: integer(),
    total: integer(),
    /** appointment of the file to go on with after a stop */
    checkpoint: integer().notNull().default(0),
    result: jsonb().$type<ImportResult>(),
    error: jsonb().$type<ImportFailure>(),
    /** data folder the file lies in: only servers on it can read it */
    folderId: uuid('folder_id').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** when its lines became visible: the latest one may be undone */
    doneAt: moment('done_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

/** As it is stored; {@link ImportRow} is what everything works with. */
export type StoredImport = typeof imports.$inferSelect

export interface ImportRow extends Omit<StoredImport, 'inspected'> {
  inspected: InspectedFile | null
}
