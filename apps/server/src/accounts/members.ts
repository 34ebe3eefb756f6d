import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import type { Actor, Role } from '../permissions.ts'
import { settleGiven, worksStill } from './settle-given.ts'
import { apiKeys, memberships, users } from './tables.ts'

/** What a member may do and see; see permissions.ts. */
export interface Rights {
  role: Role
  staff: string | null
  seesContacts: boolean
  locations: string[] | null
}

/** What is undefined stays. */
export type RightsChange = { [Name in keyof Rights]?: Rights[Name] | undefined }

export interface Member extends Rights {
  id: string
  name: string
  email: string
  twoFactor: boolean
  since: string
  /** names of the API keys they made and that work: these end with their right to make any */
  keys: string[]
}

/** A workspace as one of its people has it. */
export interface OwnWorkspace extends Rights {
  id: string
  name: string
  isPractice: boolean
}

const RIGHTS = {
  role: sql<Role>`${memberships.role}`,
  staff: memberships.staff,
  seesContacts: memberships.seesContacts,
  locations: memberships.locations,
}

/** The workspaces a person belongs to, oldest membership first. */
export async function workspacesOf(store: Store, userId: string): Promise<OwnWorkspace[]> {
  return await store.db
    .select({
      id: workspaces.id,
      name: workspaces.name,
      isPractice: sql<boolean>`${workspaces.practiceDay} IS NOT NULL`,
      ...RIGHTS,
    })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.createdAt))
}

/** Everybody of a workspace, owners of the longest standing first. */
export async function listMembers(store: Store, workspaceId: string): Promise<Member[]> {
  const rows = await store.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      twoFactor: users.twoFactorEnabled,
      since: memberships.createdAt,
      ...RIGHTS,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(asc(memberships.createdAt))
  const keys = await store.db
    .select({ name: apiKeys.name, createdBy: apiKeys.createdBy })
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), worksStill()))
    .orderBy(asc(apiKeys.id))
  return rows.map((row) => ({
    ...{ ...row, twoFactor: row.twoFactor ?? false, since: row.since.toISOString() },
    keys: keys.filter(({ createdBy }) => createdBy === row.id).map(({ name }) => name),
  }))
}

/** Makes a person a member; one who is already stays what they are. */
export async function addMember(store: Pick<Store, 'db'>, workspaceId: string, userId: string, rights: Rights) {
  await store.db
    .insert(memberships)
    .values({ workspaceId, userId, ...rights })
    .onConflictDoNothing()
}

/**
 * Changes what a member may do; links and keys they gave and may no longer give end. Throws `memberNotFound`, and
 * `lastOwner` when nobody would be left to decide.
 */
export async function changeMember(store: Store, who: Who, workspaceId: string, userId: string, rights: RightsChange) {
  await store.transaction(async ({ db }) => {
    const { name, ...member } = await lockMember(db, workspaceId, userId)
    if (member.role === 'owner' && rights.role !== undefined && rights.role !== 'owner') {
      await refuseWithoutOwner(db, workspaceId, userId)
    }
    const changes = changesOf({ ...member }, { ...rights })
    if (Object.keys(changes).length === 0) return
    await db.update(memberships).set(rights).where(isMember(workspaceId, userId))
    const event = { action: 'member.changed', subject: `member:${userId}`, details: { name, ...changes } } as const
    await recordAudit({ db, workspaceId }, who, event)
    await settleGiven({ db, workspaceId }, who, userId, await actorIn({ db }, workspaceId, userId))
  })
}

/** Takes a person out of a workspace, and the links and keys they gave. Throws `memberNotFound` and `lastOwner`. */
export async function removeMember(store: Store, who: Who, workspaceId: string, userId: string) {
  await store.transaction(async ({ db }) => {
    const member = await lockMember(db, workspaceId, userId)
    if (member.role === 'owner') await refuseWithoutOwner(db, workspaceId, userId)
    await db.delete(memberships).where(isMember(workspaceId, userId))
    const { name, role } = member
    const event = { action: 'member.removed', subject: `member:${userId}`, details: { name, role } } as const
    await recordAudit({ db, workspaceId }, who, event)
    await settleGiven({ db, workspaceId }, who, userId, null)
  })
}

/** What a member of the workspace is. Throws `memberNotFound`. */
export async function roleOf(store: Store, workspaceId: string, userId: string): Promise<Role> {
  const [member] = await store.db.select(RIGHTS).from(memberships).where(isMember(workspaceId, userId))
  if (!member) throw new AppError('memberNotFound')
  return member.role
}

/** The address a person has shown to be theirs; `null` when they have not. */
export async function confirmedEmail({ db }: Pick<Store, 'db'>, userId: string): Promise<string | null> {
  const [user] = await db
    .select({ email: users.email, isConfirmed: users.emailVerified })
    .from(users)
    .where(eq(users.id, userId))
  return user?.isConfirmed ? user.email : null
}

/** A person as they stand in a workspace now; `null` for one who is no member. */
export async function actorIn(store: Pick<Store, 'db'>, workspaceId: string, userId: string): Promise<Actor | null> {
  const [member] = await store.db.select(RIGHTS).from(memberships).where(isMember(workspaceId, userId))
  return member ? actorOf(member) : null
}

export function actorOf({ role, staff, seesContacts, locations }: Rights): Actor {
  return { role, staff, seesContacts, locations }
}

const isMember = (workspaceId: string, userId: string) =>
  and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId))

async function lockMember(db: Store['db'], workspaceId: string, userId: string) {
  // one change of the members at a time, or two owners could remove each other
  await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
  const [member] = await db
    .select({ name: users.name, ...RIGHTS })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(isMember(workspaceId, userId))
  if (!member) throw new AppError('memberNotFound')
  return member
}

async function refuseWithoutOwner(db: Store['db'], workspaceId: string, userId: string) {
  const others = and(
    eq(memberships.workspaceId, workspaceId),
    eq(memberships.role, 'owner'),
    ne(memberships.userId, userId),
  )
  const [owner] = await db.select({ id: memberships.userId }).from(memberships).where(others).limit(1)
  if (!owner) throw new AppError('lastOwner')
}
