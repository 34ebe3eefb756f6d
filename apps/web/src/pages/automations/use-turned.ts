import { useQueryClient } from '@tanstack/react-query'
import { automationQuery } from '../../api/automations.ts'
import type { Automation } from '../../api/types.ts'

/** Shows an automation as it is after something was done with it. */
export function useTurned(): (after: Automation) => Promise<void> {
  const queries = useQueryClient()
  return async (after) => {
    queries.setQueryData(automationQuery(after.id).queryKey, after)
    await queries.invalidateQueries({ queryKey: ['automations'] })
  }
}
