import { sql } from 'drizzle-orm'
import { openScope, rowsOf, type Store } from '../database/index.ts'
import { log } from '../log/index.ts'
import { ACTS, noteClock } from '../workspace/index.ts'
import { expireDue } from './expire-due.ts'

const HOUR = 3_600_000

/**
 * Writes off what expired: looks every hour, and at the start, so that it happens soon after midnight wherever a business
 * is. Several servers on a database find nothing left. Answers the function that ends it, once the running look is over.
 */
export function startExpiring(store: Store): () => Promise<void> {
  const look = () =>
    expireEverywhere(store).catch((error: unknown) => log.error('bonuses could not be expired', {}, error))
  let running = look()
  const timer = setInterval(() => {
    running = running.then(look)
  }, HOUR)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function expireEverywhere(store: Store): Promise<void> {
  await noteClock(store)
  const withBonuses = sql`
    SELECT DISTINCT w.id FROM bonus_accounts a JOIN workspaces w ON w.id = a.workspace_id WHERE ${ACTS} ORDER BY 1`
  for (const { id } of await rowsOf<{ id: string }>(store.db, withBonuses)) {
    const points = await expireDue(openScope(store, id))
    if (points > 0) log.info('bonuses expired', { workspace: id, points })
  }
}
