import { appliedMigrations, knownMigrations, type Store } from '../database/index.ts'
import { log } from '../log/index.ts'

/** Why a server should get no requests. */
export type NotReady = 'shuttingDown' | 'database' | 'migrations'

/** An import's longest step keeps PGlite's one connection for less than this. */
const PATIENCE_MS = 5000

/** Whether this server can answer requests: it is not stopping, its database answers and has this version's tables. */
export class Readiness {
  private readonly store: Store
  private readonly newest = knownMigrations().at(-1)?.createdAt ?? 0
  private stopping = false

  constructor(store: Store) {
    this.store = store
  }

  /** From now on it is not ready: a balancer sends no more requests. */
  stop() {
    this.stopping = true
  }

  get isStopping(): boolean {
    return this.stopping
  }

  /** `null` when ready. */
  async reason(): Promise<NotReady | null> {
    if (this.stopping) return 'shuttingDown'
    try {
      const applied = await withinPatience(appliedMigrations(this.store.db))
      // a newer server may have gone further already
      return (applied.at(-1)?.createdAt ?? 0) >= this.newest ? null : 'migrations'
    } catch (error) {
      log.warn('the database does not answer', {}, error)
      return 'database'
    }
  }
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
