import { and, eq, lte } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { Store, WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import { findWebhook } from './manage-webhooks.ts'
import { newSecret } from './new-secret.ts'
import { type Webhook, webhooks } from './tables.ts'

/** For how long what is sent is signed with the secret before, too: receivers change theirs in that time. */
const OVERLAP_MS = 24 * 3_600_000

/** The secrets to sign with, the newest first. */
export function secretsOf({ secret, previousSecret, previousUntil }: Webhook, now: Date): string[] {
  const isBoth = previousSecret !== null && previousUntil !== null && previousUntil > now
  return isBoth ? [secret, previousSecret] : [secret]
}

/**
 * Gives an address a new secret, told once, here; for a day signatures of the old one go with those of the new. Done again
 * meanwhile, the oldest is forgotten at once. Throws `webhookNotFound`.
 */
export function rotateSecret(scope: WorkspaceScope, who: Who, id: string, now = new Date()): Promise<Webhook> {
  return scope.transaction(async (inner) => {
    const { db, workspaceId } = inner
    const own = and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, id))
    await db.select({ id: webhooks.id }).from(webhooks).where(own).for('update')
    const before = await findWebhook(inner, id)
    const previousUntil = new Date(now.getTime() + OVERLAP_MS)
    const [after] = await db
      .update(webhooks)
      .set({ secret: newSecret(), previousSecret: before.secret, previousUntil })
      .where(own)
      .returning()
    const details = { url: new URL(before.url).host }
    await recordAudit(inner, who, { action: 'webhook.secretChanged', subject: `webhook:${id}`, details })
    return after!
  })
}

/** Deletes the secrets of all workspaces that are signed with no more. */
export async function forgetOldSecrets({ db }: Pick<Store, 'db'>, now = new Date()) {
  await db.update(webhooks).set({ previousSecret: null, previousUntil: null }).where(lte(webhooks.previousUntil, now))
}
