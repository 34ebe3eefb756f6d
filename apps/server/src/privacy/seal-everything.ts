import { eq, sql } from 'drizzle-orm'
import { sealStoredContacts } from '../book/index.ts'
import { sealStoredCalls } from '../calls/index.ts'
import { sealStoredChannels } from '../channels/index.ts'
import { openScope, rowsOf, type Store } from '../database/index.ts'
import { sealStoredInspections } from '../imports/index.ts'
import { sealStoredSurveys } from '../surveys/index.ts'
import type { ContactVault } from '../vault/index.ts'
import { contactSeals } from './tables.ts'

/** Tables that held contacts as they were: what was deleted from them must leave the disk too. */
const REWRITTEN = [
  'clients',
  'replaced_clients',
  'erased_keys',
  'imports',
  'channel_accounts',
  'client_chats',
  'replies',
  'calls',
  'survey_answers',
]

/**
 * Seals the contacts of every workspace, all or nothing, and writes the tables anew so that no page of them keeps what
 * stood there before. Answers how many clients that were.
 */
export async function sealEverything(store: Store, vault: ContactVault, proof: string): Promise<number> {
  const clients = await store.transaction(async (connection) => {
    const inTransaction: Store = { ...store, ...connection, vault }
    let sealed = 0
    for (const { id } of await rowsOf<{ id: string }>(connection.db, sql`SELECT id FROM workspaces ORDER BY id`)) {
      const scope = openScope(inTransaction, id)
      sealed += await sealStoredContacts(scope)
      await sealStoredInspections(scope)
      await sealStoredChannels(scope)
      await sealStoredCalls(scope)
      await sealStoredSurveys(scope)
    }
    await connection.db.delete(contactSeals).where(eq(contactSeals.id, 1))
    await connection.db.insert(contactSeals).values({ id: 1, proof, sealedAt: new Date() })
    return sealed
  })
  for (const table of REWRITTEN) await store.db.execute(sql`VACUUM FULL ${sql.identifier(table)}`)
  // a managed PostgreSQL does not let everybody: it writes its log out by itself
  await store.db.execute(sql`CHECKPOINT`).catch(() => {})
  return clients
}
