import type { PGlite } from '@electric-sql/pglite'
import { log } from '../log/index.ts'

const EVERY_MS = 10_000
const WAL_BYTES = 64 * 2 ** 20
const DEAD_SHARE = 0.2
const CHANGED_SHARE = 0.5
const FEWEST_ROWS = 20_000

interface Need {
  wal: number
  vacuum: string[]
  analyze: string[]
}

/**
 * PGlite is one session without the background processes of a server: nobody writes checkpoints, so the log grows and
 * a start after a crash takes as long as replaying all of it; nobody clears dead rows or counts live ones. This does,
 * little by little. Answers the function that ends it.
 */
export function startHousekeeping(client: PGlite): () => void {
  let running = false
  const timer = setInterval(async () => {
    if (running) return
    running = true
    try {
      await tidy(client)
    } catch (error) {
      if (!client.closed) log.error('housekeeping of the database failed', {}, error)
    } finally {
      running = false
    }
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** One round: a checkpoint, a vacuum or fresh statistics where they are due. */
export async function tidy(client: PGlite): Promise<Need> {
  const { rows } = await client.query<Need>(`
    SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), (pg_control_checkpoint()).redo_lsn)::float8 AS wal,
      coalesce(array_agg(name) FILTER (WHERE dead > ${FEWEST_ROWS} AND dead > ${DEAD_SHARE} * live), '{}') AS vacuum,
      coalesce(array_agg(name) FILTER (WHERE changed > ${FEWEST_ROWS} AND changed > ${CHANGED_SHARE} * live), '{}') AS analyze
    FROM (
      SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name, n_dead_tup AS dead, n_live_tup AS live,
        n_mod_since_analyze AS changed
      FROM pg_stat_user_tables WHERE schemaname NOT LIKE 'pg_temp%'
    ) tables`)
  const need = rows[0]!
  for (const table of need.vacuum) await client.exec(`VACUUM ${table}`)
  for (const table of need.analyze) await client.exec(`ANALYZE ${table}`)
  if (need.wal > WAL_BYTES) await client.exec('CHECKPOINT')
  return need
}
