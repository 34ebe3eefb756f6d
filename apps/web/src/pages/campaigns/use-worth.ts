import { canSeeBonuses } from '@comeback/server/permissions'
import { useQuery } from '@tanstack/react-query'
import { bonusRulesQuery } from '../../api/bonuses.ts'
import { useMay } from '../../app/session-context.tsx'

/** What bonuses given now cost if all of them are used, minor units; `null` while it is not known. */
export function useWorth(bonuses: number): number | null {
  const may = useMay()
  const rules = useQuery({ ...bonusRulesQuery, enabled: may(canSeeBonuses) && bonuses > 0 })
  return rules.data ? bonuses * rules.data.pointMinor : null
}
