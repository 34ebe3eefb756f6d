import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { queryString, request, sendJson } from './request.ts'
import type { Booking, BookingChange, Call, CallCounts, CallOutcome, Calls, CallsPut, PutCalls } from './types.ts'

export const SHOWN = ['due', 'open', 'done'] as const
export type Shown = (typeof SHOWN)[number]

const SOON_MS = 30_000
const first = null as string | null

/** The call list; looked at again twice a minute, as several people work it and requests come in. */
export const callsQuery = (show: Shown) =>
  infiniteQueryOptions({
    queryKey: ['calls', show],
    queryFn: ({ pageParam, signal }) =>
      request<Calls>(`/calls${queryString({ show, limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: SOON_MS,
  })

export const callCountQuery = queryOptions({
  queryKey: ['calls', 'count'],
  queryFn: ({ signal }) => request<CallCounts>('/calls/count', { signal }),
  refetchInterval: 2 * SOON_MS,
})

export const putCalls = (put: PutCalls) => sendJson<CallsPut>('POST', '/calls', put)
export const takeCall = (id: string, take: boolean) => sendJson<Call>('POST', `/calls/${id}/take`, { take })
export const decideCall = (id: string, outcome: CallOutcome) => sendJson<Call>('POST', `/calls/${id}/outcome`, outcome)
export const undoCall = (id: string) => request<Call>(`/calls/${id}/outcome`, { method: 'DELETE' })

export const bookingQuery = queryOptions({
  queryKey: ['booking'],
  queryFn: ({ signal }) => request<Booking>('/booking-page', { signal }),
})
export const changeBooking = (change: BookingChange) => sendJson<Booking>('PATCH', '/booking-page', change)
