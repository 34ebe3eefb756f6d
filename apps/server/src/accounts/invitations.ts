import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { recordAudit, recordWithin } from '../audit/index.ts'
import type { Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { canManage, type Role } from '../permissions.ts'
import { actorIn, addMember, type Rights } from './members.ts'
import { invitations } from './tables.ts'

const DAYS_VALID = 7
/** Each may be a mail to somebody who never heard of us. */
const INVITATIONS_A_DAY = 50
const DAY = 24 * 3600 * 1000

export interface Invitation extends Rights {
  id: string
  email: string
  expiresAt: string
}

/** What the person who opens the link sees before they decide. */
export interface OpenInvitation {
  workspaceId: string
  workspaceName: string
  email: string
  rights: Rights
}

/** Makes a link; its secret is told once, here, and kept as a hash only. Throws `dailyLimit`. */
export async function invite(
  store: Store,
  who: Who,
  { workspaceId, email, ...rights }: Rights & { workspaceId: string; email: string },
): Promise<{ id: string; token: string }> {
  const token = randomBytes(24).toString('base64url')
  const id = laterId()
  const expiresAt = new Date(Date.now() + DAYS_VALID * DAY)
  const invitedBy = who.kind === 'user' ? who.id : null
  await store.transaction(async ({ db }) => {
    await db
      .insert(invitations)
      .values({ workspaceId, id, tokenHash: hashOf(token), email, invitedBy, expiresAt, ...rights })
    const event = { action: 'member.invited', subject: `invitation:${id}`, details: { ...rights } } as const
    await recordWithin({ db, workspaceId }, who, event, INVITATIONS_A_DAY)
  })
  return { id, token }
}

/** Links nobody has used yet, newest first. */
export async function listInvitations(store: Store, workspaceId: string): Promise<Invitation[]> {
  const rows = await store.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), isUsable()))
    .orderBy(desc(invitations.createdAt))
  return rows.map(({ id, email, expiresAt, role, staff, seesContacts, locations }) => ({
    ...{ id, email, expiresAt: expiresAt.toISOString() },
    ...{ role: role as Role, staff, seesContacts, locations },
  }))
}

/** Makes a link useless. Throws `invitationNotFound`. */
export async function withdrawInvitation(store: Store, who: Who, workspaceId: string, id: string) {
  await store.transaction(async ({ db }) => {
    const gone = await db
      .delete(invitations)
      .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id), isUsable()))
      .returning({ id: invitations.id })
    if (gone.length === 0) throw new AppError('invitationNotFound')
    await recordAudit({ db, workspaceId }, who, { action: 'invitation.withdrawn', subject: `invitation:${id}` })
  })
}

/**
 * Throws `invitationNotFound` for a link that is wrong, used, withdrawn, too old, or of somebody who may no longer give
 * what it gives: it does not say which.
 */
export async function openInvitation(store: Pick<Store, 'db'>, token: string): Promise<OpenInvitation> {
  const [found] = await store.db
    .select({ invitation: invitations, workspaceName: workspaces.name })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(and(eq(invitations.tokenHash, hashOf(token)), isUsable()))
  if (!found) throw new AppError('invitationNotFound')
  const { workspaceId, email, role, staff, seesContacts, locations, invitedBy } = found.invitation
  const rights = { role: role as Role, staff, seesContacts, locations }
  if (invitedBy !== null) {
    const maker = await actorIn(store, workspaceId, invitedBy)
    if (maker === null || !canManage(maker, rights.role)) throw new AppError('invitationNotFound')
  }
  return { workspaceId, workspaceName: found.workspaceName, email, rights }
}

/** Whoever takes an invitation up. */
interface Accepting {
  id: string
  name: string
}

/** Makes a person a member by a link, once. Throws `invitationNotFound`, also when somebody else was faster. */
export async function acceptInvitation(store: Store, token: string, user: Accepting): Promise<string> {
  return await store.transaction(async ({ db }) => {
    const { workspaceId, rights } = await openInvitation({ db }, token)
    const taken = await db
      .update(invitations)
      .set({ acceptedAt: new Date() })
      .where(and(eq(invitations.tokenHash, hashOf(token)), isUsable()))
      .returning({ id: invitations.id })
    if (taken.length === 0) throw new AppError('invitationNotFound')
    await addMember({ db }, workspaceId, user.id, rights)
    const who = { kind: 'user', id: user.id, name: user.name } as const
    const event = { action: 'member.joined', subject: `member:${user.id}`, details: { ...rights } } as const
    await recordAudit({ db, workspaceId }, who, event)
    return workspaceId
  })
}

const isUsable = () => and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, new Date()))

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
