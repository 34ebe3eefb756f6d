import { pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'

/** Answers to writes that came with an Idempotency-Key, for as long as the same request may come again. */
export const keptAnswers = pgTable(
  'kept_answers',
  {
    workspaceId: workspaceId(),
    asker: text().notNull(),
    /** SHA-256 of the key */
    keyHash: text('key_hash').notNull(),
    /** SHA-256 of method, address and kind of body */
    head: text().notNull(),
    /** SHA-256 of the body; `null` when it was not read to its end */
    bodyHash: text('body_hash'),
    /** `null` while the request is at work */
    status: smallint(),
    /** sealed under the key: answers tell secrets once, and the database must not */
    answer: text(),
    startedAt: moment('started_at').notNull(),
    /** the request is at work at least until then, if it has not ended; its server moves it on while it lives */
    leaseUntil: moment('lease_until'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.asker, table.keyHash] })],
)
