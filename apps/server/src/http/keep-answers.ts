import { and, eq, lt } from 'drizzle-orm'
import type { Store, WorkspaceScope } from '../database/index.ts'
import { keptAnswers } from './tables.ts'

export const KEPT_HOURS = 24
const HOUR = 3_600_000
/** A request whose server has not moved its lease on for so long ended with it. */
const LEASE_MS = 60_000
export const RENEW_MS = 20_000

/** Which request of whom. */
export interface RequestName {
  asker: string
  keyHash: string
}

export type KeptAnswer = typeof keptAnswers.$inferSelect

/** Notes that a request is at work; answers `null`, or what is known of the same one when it came before. */
export async function beginAnswer(
  { db, workspaceId }: WorkspaceScope,
  name: RequestName,
  head: string,
  now: Date,
): Promise<KeptAnswer | null> {
  const begun = { head, bodyHash: null, status: null, answer: null, startedAt: now, leaseUntil: leaseFrom(now) }
  const [mine] = await db
    .insert(keptAnswers)
    .values({ workspaceId, ...name, ...begun })
    .onConflictDoUpdate({
      target: [keptAnswers.workspaceId, keptAnswers.asker, keptAnswers.keyHash],
      set: begun,
      setWhere: lt(keptAnswers.startedAt, oldest(now)),
    })
    .returning({ asker: keptAnswers.asker })
  if (mine) return null
  const [before] = await db.select().from(keptAnswers).where(isRequest(workspaceId, name))
  return before ?? null
}

/** Says that a request is still at work. */
export async function renewLease({ db, workspaceId }: WorkspaceScope, name: RequestName, now: Date) {
  await db
    .update(keptAnswers)
    .set({ leaseUntil: leaseFrom(now) })
    .where(isRequest(workspaceId, name))
}

/** Whether a request that has no answer may still get one. */
export const mayBeAtWork = ({ leaseUntil }: KeptAnswer, now: Date) => leaseUntil !== null && leaseUntil > now

export async function keepAnswer(
  { db, workspaceId }: WorkspaceScope,
  name: RequestName,
  kept: Pick<KeptAnswer, 'bodyHash' | 'status' | 'answer'>,
) {
  await db.update(keptAnswers).set(kept).where(isRequest(workspaceId, name))
}

/** A request that failed by no fault of the asker may be tried again. */
export async function forgetAnswer({ db, workspaceId }: WorkspaceScope, name: RequestName) {
  await db.delete(keptAnswers).where(isRequest(workspaceId, name))
}

/** Deletes the answers of all workspaces that are too old to be given again. */
export async function forgetOldAnswers({ db }: Pick<Store, 'db'>, now = new Date()) {
  await db.delete(keptAnswers).where(lt(keptAnswers.startedAt, oldest(now)))
}

const isRequest = (workspaceId: string, { asker, keyHash }: RequestName) =>
  and(eq(keptAnswers.workspaceId, workspaceId), eq(keptAnswers.asker, asker), eq(keptAnswers.keyHash, keyHash))

const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE_MS)
const oldest = (now: Date) => new Date(now.getTime() - KEPT_HOURS * HOUR)
