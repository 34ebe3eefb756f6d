import { eq } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { openScope, type Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import type { Who } from '../http/who.ts'
import type { Queues } from '../jobs/index.ts'
import type { Plan } from '../plans.ts'
import { lockWorkspace } from './lock-workspace.ts'

export interface PlanChange {
  plan: Plan
  /** `null`: it stays */
  trialEndsAt: Date | null
  /** the workspace's people read it in their log of actions */
  reason: string
}

/** Gives a workspace another plan, from now on, and what it held a push. Throws `workspaceNotFound`. */
export async function changePlan(
  store: Store,
  who: Who,
  workspaceId: string,
  change: PlanChange,
  queues: Pick<Queues<'deliver'>, 'send'>,
): Promise<void> {
  const { plan, trialEndsAt, reason } = change
  await openScope(store, workspaceId).transaction(async (scope) => {
    const before = await lockWorkspace(scope)
    await scope.db.update(workspaces).set({ plan, trialEndsAt }).where(eq(workspaces.id, workspaceId))
    const days = { from: dayOf(before.trialEndsAt), to: dayOf(trialEndsAt) }
    await recordAudit(scope, who, {
      action: 'plan.changed',
      details: {
        plan: { from: before.plan, to: plan },
        ...(days.from === days.to ? {} : { trialEndsAt: days }),
        reason,
      },
    })
    await queues.send(scope, 'deliver', 0)
  })
}

const dayOf = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? null
