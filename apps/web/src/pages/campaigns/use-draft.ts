import { useQueryClient } from '@tanstack/react-query'
import { campaignQuery, changeCampaign } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { type Draft, useSavedDraft } from './use-saved-draft.ts'

export type { Draft } from './use-saved-draft.ts'

/** A campaign as it is being written. */
export function useDraft(campaign: Campaign): Draft {
  const queries = useQueryClient()
  return useSavedDraft(
    campaign,
    {},
    {
      save: (version, change) => changeCampaign({ id: campaign.id, version }, change),
      onSaved: (saved: Campaign) => queries.setQueryData(campaignQuery(campaign.id).queryKey, saved),
    },
  )
}
