import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { Store } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import { type Actor, canManage, canManageKeys, type Role } from '../permissions.ts'
import { apiKeys, invitations } from './tables.ts'

/** A transaction of a workspace. */
interface Inner {
  db: Store['db']
  workspaceId: string
}

/**
 * Ends what a person gave and may no longer give: invitations nobody has accepted yet, and API keys, which the person
 * still knows.
 * @param actor what they are from now on; `null` for nobody
 */
export async function settleGiven(inner: Inner, who: Who, userId: string, actor: Actor | null) {
  await withdrawInvitations(inner, who, userId, (role) => actor !== null && canManage(actor, role))
  if (actor === null || !canManageKeys(actor)) await revokeKeys(inner, who, userId)
}

async function withdrawInvitations(inner: Inner, who: Who, userId: string, mayGive: (role: Role) => boolean) {
  const { db, workspaceId } = inner
  const theirs = and(
    eq(invitations.workspaceId, workspaceId),
    eq(invitations.invitedBy, userId),
    isNull(invitations.acceptedAt),
  )
  const waiting = await db.select({ id: invitations.id, role: invitations.role }).from(invitations).where(theirs)
  for (const { id, role } of waiting) {
    if (mayGive(role as Role)) continue
    await db.delete(invitations).where(and(theirs, eq(invitations.id, id)))
    await recordAudit(inner, who, { action: 'invitation.withdrawn', subject: `invitation:${id}` })
  }
}

async function revokeKeys(inner: Inner, who: Who, userId: string) {
  const shut = await inner.db
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.workspaceId, inner.workspaceId), eq(apiKeys.createdBy, userId), worksStill()))
    .returning({ id: apiKeys.id, name: apiKeys.name })
  for (const { id, name } of shut) {
    await recordAudit(inner, who, { action: 'key.revoked', subject: `key:${id}`, details: { name } })
  }
}

/** Of keys: neither revoked nor expired. */
export const worksStill = () =>
  and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, new Date())))
