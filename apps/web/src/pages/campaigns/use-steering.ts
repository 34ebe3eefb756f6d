import { useMutation, useQueryClient } from '@tanstack/react-query'
import { campaignQuery } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'

/** Does something to a campaign and shows it as it is then. */
export function useSteering<Asked = void>(id: string, act: (asked: Asked) => Promise<Campaign | { again: number }>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    async onSuccess(after) {
      if ('state' in after) queries.setQueryData(campaignQuery(id).queryKey, after)
      await queries.invalidateQueries({ queryKey: ['campaigns'] })
    },
  })
}
