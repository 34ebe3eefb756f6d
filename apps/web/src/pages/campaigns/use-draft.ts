import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { campaignQuery, changeCampaign } from '../../api/campaigns.ts'
import type { Campaign, CampaignPlan } from '../../api/types.ts'

const PAUSE_MS = 500

export interface Draft {
  name: string
  plan: CampaignPlan
  /** changes what is seen at once, and saves it soon after */
  change: (plan: Partial<CampaignPlan>) => void
  rename: (name: string) => void
  /** everything seen is saved */
  isSaved: boolean
  error: unknown
}

type Change = { name?: string; plan?: Partial<CampaignPlan> }

/** A campaign as it is being written: what one types is seen at once and saved by itself, one change after another. */
export function useDraft(campaign: Campaign): Draft {
  const queries = useQueryClient()
  const [seen, setSeen] = useState({ name: campaign.name, plan: campaign.plan })
  const [isSaved, setSaved] = useState(true)
  const waiting = useRef<Change>({})
  const version = useRef(campaign.version)
  const save = useMutation({
    mutationFn: (change: Change) => changeCampaign({ id: campaign.id, version: version.current }, change),
    onSuccess(saved) {
      version.current = saved.version
      queries.setQueryData(campaignQuery(campaign.id).queryKey, saved)
      if (Object.keys(waiting.current).length > 0) flush()
      else setSaved(true)
    },
  })
  const flush = () => {
    const change = waiting.current
    waiting.current = {}
    save.mutate(change)
  }
  const soon = useDebouncedCallback(() => {
    if (!save.isPending) flush()
  }, PAUSE_MS)
  const note = (change: Change) => {
    const plan = { ...waiting.current.plan, ...change.plan }
    waiting.current = { ...waiting.current, ...change, ...(Object.keys(plan).length > 0 && { plan }) }
    setSaved(false)
    soon()
  }
  return {
    ...seen,
    isSaved,
    error: save.error,
    change(plan) {
      setSeen((before) => ({ ...before, plan: { ...before.plan, ...plan } }))
      note({ plan })
    },
    rename(name) {
      setSeen((before) => ({ ...before, name }))
      if (name.trim() !== '') note({ name })
    },
  }
}
