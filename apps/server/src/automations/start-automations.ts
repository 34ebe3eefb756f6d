import { and, eq, sql } from 'drizzle-orm'
import { openScope, rowsOf, type Store, type WorkspaceScope } from '../database/index.ts'
import { log } from '../log/index.ts'
import { includes, type PlanSettings, planInForce } from '../plans.ts'
import { ACTS, readWorkspace } from '../workspace/index.ts'
import { type RunDeps, runAutomation } from './run-automation.ts'
import { automations } from './tables.ts'

const LOOK_MS = 5 * 60_000

/** Runs what has not looked yet at today or at the book as it is now, in one workspace. Answers how many wrote. */
export async function runDue(scope: WorkspaceScope, deps: RunDeps, now: Date): Promise<number> {
  let wrote = 0
  for (const { id } of await dueIn(scope.db, now, scope.workspaceId)) {
    if (await runAutomation(scope, deps, id, now)) wrote++
  }
  return wrote
}

/** How many automations of a workspace are on. */
export async function automationsOn({ db, workspaceId }: WorkspaceScope): Promise<number> {
  return await db.$count(automations, and(eq(automations.workspaceId, workspaceId), eq(automations.isOn, true)))
}

export interface RunningAutomations {
  stop(): Promise<void>
}

/**
 * Runs automations: looks every few minutes whether a day has begun somewhere or a book has changed. One that fails does
 * not keep others from running. Of several servers on a database one finds nothing left.
 */
export function startAutomations(store: Store, deps: RunDeps, plans: PlanSettings | null): RunningAutomations {
  let isStopped = false
  const look = async () => {
    for (const { workspaceId, id } of await dueIn(store.db, new Date(), null)) {
      if (isStopped) return
      const scope = openScope(store, workspaceId)
      if (!includes(planInForce(plans, await readWorkspace(scope)), 'winback')) continue
      await runAutomation(scope, deps, id, new Date()).catch((error: unknown) => {
        log.error('an automation could not run and is tried again', { workspace: workspaceId, automation: id }, error)
      })
    }
  }
  const safely = () => look().catch((error: unknown) => log.error('automations could not be looked at', {}, error))
  let running = safely()
  const timer = setInterval(() => {
    running = running.then(safely)
  }, LOOK_MS)
  timer.unref()
  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

function dueIn(db: Store['db'], now: Date, workspaceId: string | null) {
  const today = sql`coalesce(w.practice_day, (${now.toISOString()}::timestamptz AT TIME ZONE w.time_zone)::date)`
  const where = workspaceId === null ? sql`` : sql`AND a.workspace_id = ${workspaceId}`
  return rowsOf<{ workspaceId: string; id: string }>(
    db,
    sql`SELECT a.workspace_id AS "workspaceId", a.id FROM automations a JOIN workspaces w ON w.id = a.workspace_id
      WHERE a.is_on AND w.suspended_at IS NULL AND ${ACTS} ${where}
        AND (a.ran_on IS DISTINCT FROM ${today} OR a.ran_version IS DISTINCT FROM w.data_version)
      ORDER BY a.workspace_id, a.id`,
  )
}
