import { eq } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { type PlanSettings, planInForce } from '../plans.ts'

/** How a workspace stands with the host, as its people are told. */
export interface Standing {
  /** `null` where there are no plans */
  plan: {
    name: NonNullable<ReturnType<typeof planInForce>>
    trialEndsAt: string | null
    contactUrl: string | null
  } | null
  suspended: boolean
}

/** How a workspace stands; `workspaceId` of a session that looks at none is `null`. */
export async function standingOf(
  store: Store,
  plans: PlanSettings | null,
  workspaceId: string | null,
): Promise<Standing> {
  if (workspaceId === null) return { plan: null, suspended: false }
  const [row] = await store.db
    .select({
      plan: workspaces.plan,
      trialEndsAt: workspaces.trialEndsAt,
      isDemo: workspaces.isDemo,
      practiceDay: workspaces.practiceDay,
      suspendedAt: workspaces.suspendedAt,
    })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  const name = row ? planInForce(plans, row) : null
  const trialEndsAt = row?.trialEndsAt?.toISOString() ?? null
  return {
    plan: name && { name, trialEndsAt, contactUrl: plans?.contactUrl ?? null },
    suspended: row?.suspendedAt != null,
  }
}
