import { createHash } from 'node:crypto'
import { and, eq, like, lt } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { verifications } from './tables.ts'

/** Longer than any code is taken: its own half minute and the ones before and after. */
const CODE_KEPT_MS = 5 * 60_000

/**
 * Takes a code of somebody's authenticator for good: whoever saw it being typed cannot sign in with it as well. Of two
 * sign-ins at once with the same code one gets it. Returns whether it was free.
 */
export async function takeCode(store: Store, userId: string, code: string, now = new Date()): Promise<boolean> {
  const identifier = `used-code:${createHash('sha256').update(`${userId} ${code}`).digest('hex')}`
  const row = { identifier, value: userId, expiresAt: new Date(now.getTime() + CODE_KEPT_MS), updatedAt: now }
  const taken = await store.db
    .insert(verifications)
    .values({ ...row, id: idOf(identifier), createdAt: now })
    .onConflictDoUpdate({ target: verifications.id, set: row, setWhere: lt(verifications.expiresAt, now) })
    .returning({ id: verifications.id })
  return taken.length > 0
}

/** Makes every link to a new password useless that somebody still has in their mail. */
export async function dropResetLinks(store: Store, userId: string): Promise<void> {
  await store.db
    .delete(verifications)
    .where(and(eq(verifications.value, userId), like(verifications.identifier, 'reset-password:%')))
}

/** The same id for the same identifier, so that the primary key lets one of two in. */
function idOf(identifier: string): string {
  const hex = createHash('sha256').update(identifier).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
