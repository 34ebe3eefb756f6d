import { sql } from 'drizzle-orm'
import { openScope, rowsOf, type Store } from '../database/index.ts'
import type { ImportDeps } from '../imports/index.ts'
import { log } from '../log/index.ts'
import { ACTS, noteClock } from '../workspace/index.ts'
import { eraseLongAway } from './erase-long-away.ts'

const HOUR = 3_600_000

/**
 * Keeps the retention periods: looks every hour, and at the start, so that on the day a client's time is over they are
 * erased however often the server restarts. Several servers on a database take turns and find nothing left. Answers the
 * function that ends it, once the running look is over.
 */
export function startRetention(store: Store, deps: Pick<ImportDeps, 'folder'>): () => Promise<void> {
  const look = () =>
    keepRetention(store, deps, Temporal.Now.instant()).catch((error: unknown) =>
      log.error('retention periods could not be kept', {}, error),
    )
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

/** Erases, in every workspace that has a retention period and waits for nobody, the clients whose time is over at `now`. */
export async function keepRetention(
  store: Store,
  deps: Pick<ImportDeps, 'folder'>,
  now: Temporal.Instant,
): Promise<void> {
  await noteClock(store, new Date(now.epochMilliseconds))
  const periods = sql`
    SELECT w.id FROM workspaces w WHERE w.settings ->> 'eraseAfterMonths' IS NOT NULL AND ${ACTS} ORDER BY w.id`
  for (const { id } of await rowsOf<{ id: string }>(store.db, periods)) {
    const clients = await eraseLongAway(openScope(store, id), deps, now)
    if (clients > 0) log.info('contacts of clients long away erased', { workspace: id, clients })
  }
}
