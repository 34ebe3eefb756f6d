import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { makeCampaign } from '../../api/campaigns.ts'
import { salonToday } from '../../app/salon-today.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { usualPlan } from './presets.ts'

interface Begin {
  groupIds: string[]
  /** what is written under; the day by default */
  name?: string
}

/** Begins a campaign with the usual text and gift, and opens it. */
export function useNewCampaign() {
  const { say, formats, language } = useWords()
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ groupIds, name }: Begin) => {
      const today = formats.shortDate(salonToday(workspace))
      return makeCampaign(name ?? say('campaigns.newName', { date: today }), usualPlan(language, groupIds))
    },
    async onSuccess({ id }) {
      await queries.invalidateQueries({ queryKey: ['campaigns', 'list'] })
      await navigate({ to: '/campaigns/$id', params: { id } })
    },
  })
}
