import { sql } from 'drizzle-orm'
import { countClients } from '../campaigns/describe-campaign.ts'
import type { Campaign } from '../campaigns/tables.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { Automation } from './tables.ts'

/** Automations as the API tells them, with how many messages of each are in line. */
export async function describeAutomations(scope: WorkspaceScope, automations: readonly Automation[]) {
  const waiting = await countWaiting(scope)
  return automations.map((automation) => {
    const { id, name, trigger, plan, pauseDays, isOn, onSince, trouble, version, changedBy, createdAt } = automation
    return {
      ...{ id, name, trigger, plan, pauseDays, isOn, onSince, trouble, version, changedBy },
      waiting: waiting.get(id) ?? 0,
      createdAt: createdAt.toISOString(),
    }
  })
}

async function countWaiting({ db, workspaceId }: WorkspaceScope): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: string; count: number }>(
    db,
    sql`SELECT c.automation_id AS id, count(*)::integer AS count FROM campaigns c
      JOIN messages m ON m.workspace_id = c.workspace_id AND m.source_id = c.id AND m.state IN ('queued', 'sending')
      WHERE c.workspace_id = ${workspaceId} AND c.automation_id IS NOT NULL AND c.state IN ('sending', 'paused')
      GROUP BY 1`,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The last runs, the latest first. */
export async function describeRuns(scope: WorkspaceScope, runs: readonly Campaign[]) {
  const counts = await countClients(
    scope,
    runs.map(({ id }) => id),
  )
  return runs.map(({ id, launchedOn, state }) => {
    const { contacted = 0, holdout = 0, skipped = {} } = counts.get(id) ?? {}
    const passed = Object.values(skipped).reduce((sum, count) => sum + count, 0)
    return { id, launchedOn: launchedOn!, state, contacted, holdout, skipped: passed }
  })
}
