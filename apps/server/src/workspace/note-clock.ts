import type { Store } from '../database/index.ts'
import { serverClock } from '../database/tables.ts'
import { log } from '../log/index.ts'
import { doubtDate, trustDate } from './waits.ts'

/** A server that was off for longer than this, or whose clock is wrong, asks before anything ends by date. */
export const JUMP_MS = 3 * 24 * 3_600_000

/**
 * Compares the clock with when a server last looked at it, and writes down that it did. After a jump ahead nothing is erased
 * and nothing expires until a person confirms the date, or the clock is put right. Call it before anything that goes by
 * date.
 */
export async function noteClock(store: Pick<Store, 'transaction'>, now = new Date()): Promise<void> {
  await store.transaction(async ({ db }) => {
    const [known] = await db.select().from(serverClock).for('update')
    const last = known?.seenAt ?? now
    if (now.getTime() - last.getTime() > JUMP_MS) {
      log.warn('the clock has jumped: nothing ends by date until a person confirms it', {
        from: last.toISOString(),
        to: now.toISOString(),
      })
      await doubtDate(db, last)
    } else await trustDate(db, new Date(now.getTime() - JUMP_MS))
    await startClock({ db }, now)
  })
}

/** Writes down that the clock shows this, whatever it showed before. */
export async function startClock({ db }: Pick<Store, 'db'>, seenAt: Date): Promise<void> {
  await db.insert(serverClock).values({ id: 1, seenAt }).onConflictDoUpdate({ target: serverClock.id, set: { seenAt } })
}
