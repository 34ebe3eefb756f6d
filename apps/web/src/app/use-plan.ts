import { type Feature, includes, type Plan } from '@comeback/server/plans'
import { useSession } from './session-context.tsx'

/** The salon's plan, as far as the page shows of it; the server asks the same predicates. */
export function usePlan() {
  const { plan, actor } = useSession()
  const name: Plan | null = plan?.name ?? null
  return {
    /** `null` where nobody sells plans */
    name,
    /** ISO instant, of a trial that goes on or is over */
    trialEndsAt: plan?.trialEndsAt ?? null,
    contactUrl: plan?.contactUrl ?? null,
    isOwner: actor.role === 'owner',
    has: (feature: Feature) => includes(name, feature),
  }
}
