import { useQueryClient } from '@tanstack/react-query'
import { campaignQuery, changeCampaign, readCampaign } from '../../api/campaigns.ts'
import type { Campaign } from '../../api/types.ts'
import { type Draft, useSavedDraft } from '../../components/drafts/use-saved-draft.ts'

/** A campaign as it is being written. */
export function useDraft(campaign: Campaign): Draft {
  const queries = useQueryClient()
  const { id } = campaign
  return useSavedDraft(
    `campaigns/${id}`,
    campaign,
    {},
    {
      save: (version, change) => changeCampaign({ id, version }, change),
      read: () => readCampaign(id),
      onSaved: (saved: Campaign) => queries.setQueryData(campaignQuery(id).queryKey, saved),
    },
  )
}
