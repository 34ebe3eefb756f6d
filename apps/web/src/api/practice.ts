import { queryOptions } from '@tanstack/react-query'
import { request, sendJson } from './request.ts'
import { enter } from './session.ts'
import type { Day } from './types.ts'

/** Makes the practice salon on first use, and looks at it. */
export const enterPractice = () => enter('/session/practice', {})

export interface Played {
  today: Day
  visits: number
  becauseOfMessages: number
}

export const letDaysPass = (days: number) => sendJson<Played>('POST', '/practice/days', { days })

/** What a campaign truly brought. */
export const knownEffectQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'known'],
    queryFn: ({ signal }) => request<{ because: number }>(`/campaigns/${id}/known-effect`, { signal }),
  })
