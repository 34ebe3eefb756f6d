import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from '../database/tables.ts'

/**
 * Says that contacts are sealed, and with which key without telling it: a single row, of the whole database, as the key
 * is the server's and not a workspace's. No row: contacts stand as they are.
 */
export const contactSeals = pgTable('contact_seals', {
  id: integer().primaryKey(),
  /** what the key makes of a fixed text */
  proof: text().notNull(),
  sealedAt: moment('sealed_at').notNull(),
})
