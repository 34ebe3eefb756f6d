import type { SurveyBand } from '@comeback/retention'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { queryString, request } from './request.ts'
import type { SurveyAnswers } from './types.ts'

interface Asked {
  /** absent: all */
  band?: SurveyBand | undefined
  /** every answer of one client; absent: the last one of each */
  clientId?: string
}

const OFTEN_MS = 60_000

/** What clients answered, the latest first; new answers are looked for every minute. */
export const surveyQuery = ({ band, clientId }: Asked) =>
  infiniteQueryOptions({
    queryKey: ['surveys', band ?? 'all', clientId ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      request<SurveyAnswers>(`/survey-answers${queryString({ band, clientId, limit: 50, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: OFTEN_MS,
  })
