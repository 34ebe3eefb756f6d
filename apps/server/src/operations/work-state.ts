import { sql } from 'drizzle-orm'
import { rowsOf, type Store } from '../database/index.ts'
import { IMPORT_STATES } from '../imports/import.ts'

/** What waits to be done and what was. */
export interface WorkState {
  imports: { state: string; count: number }[]
  /** queues without the id of the data folder that their names end with; finished jobs are left out */
  jobs: { queue: string; state: string; count: number }[]
}

/** Counts the imports of all workspaces by state, and the jobs of the queues. */
export async function readWorkState({ db }: Store): Promise<WorkState> {
  const counted = await rowsOf<{ state: string; count: number }>(
    db,
    sql`SELECT state, count(*)::int AS count FROM imports GROUP BY state`,
  )
  const jobs = await rowsOf<WorkState['jobs'][number]>(
    db,
    sql`SELECT split_part(name, '-', 1) AS queue, state::text, count(*)::int AS count FROM pgboss.job
      WHERE state < 'completed' GROUP BY 1, 2`,
  )
  const imports = IMPORT_STATES.map((state) => ({
    state,
    count: counted.find((each) => each.state === state)?.count ?? 0,
  }))
  return { imports, jobs }
}
