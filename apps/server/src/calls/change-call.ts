import { and, eq } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { type Call, calls } from './tables.ts'

/** Minutes somebody has an entry to themselves: who was called away does not keep it from the others. */
const HELD_MS = 20 * 60_000

/** Whoever asks, as an entry keeps who has it in hand. */
export const holderOf = (who: Who): string => ('id' in who ? `${who.kind} ${who.id}` : who.kind)

/** Who has an entry in hand now; `null`: nobody. */
export function holderNow({ takenBy, takenName, takenAt }: Call, now: Date) {
  const isHeld = takenBy !== null && takenAt !== null && now.getTime() - takenAt.getTime() < HELD_MS
  return isHeld ? { by: takenBy, name: takenName } : null
}

export const isCall = (workspaceId: string, id: string) => and(eq(calls.workspaceId, workspaceId), eq(calls.id, id))

/** An entry, locked for the transaction. Throws `callNotFound`. */
export async function lockCall({ db, workspaceId }: WorkspaceScope, id: string): Promise<Call> {
  const [found] = await db.select().from(calls).where(isCall(workspaceId, id)).for('update')
  if (!found) throw new AppError('callNotFound', { value: id })
  return found
}

/** Throws `callTaken` with the name of whoever else has the entry in hand. */
export function assertFree(call: Call, who: Who, now: Date): void {
  const holder = holderNow(call, now)
  if (holder && holder.by !== holderOf(who)) throw new AppError('callTaken', { value: holder.name })
}
