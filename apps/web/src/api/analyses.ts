import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Question } from './queries.ts'
import { queryString, request } from './request.ts'
import type { MonthHealth, Rebooking, RebookingGrouping, ToolNumber } from './types.ts'

/** Every month of the data. */
export const healthQuery = queryOptions({
  queryKey: ['reports', 'health'],
  queryFn: ({ signal }) => request<{ months: MonthHealth[] }>('/reports/health', { signal }),
})

/** Of the question only the period and the filters matter: who leaves with an appointment is known the same day. */
export const rebookingQuery = ({ base, filter, asOf }: Question, by: RebookingGrouping) =>
  queryOptions({
    queryKey: ['reports', 'rebooking', base, filter, asOf, by],
    queryFn: ({ signal }) =>
      request<Rebooking>(`/reports/rebooking${queryString({ base, filter, asOf, by })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const otherToolsQuery = (question: Question) =>
  queryOptions({
    queryKey: ['reports', 'other-tools', question],
    queryFn: ({ signal }) =>
      request<{ tools: ToolNumber[] }>(`/reports/other-tools${queryString({ ...question })}`, { signal }),
  })
