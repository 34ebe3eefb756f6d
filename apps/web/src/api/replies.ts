import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { queryString, request, sendJson } from './request.ts'
import type { Replies } from './types.ts'

export const REPLIES_SHOWN = ['unread', 'all'] as const
export type RepliesShown = (typeof REPLIES_SHOWN)[number]

const OFTEN_MS = 60_000

/** What clients wrote back, one client or all of them; new ones are looked for every minute. */
export const repliesQuery = (show: RepliesShown, clientId?: string) =>
  infiniteQueryOptions({
    queryKey: ['replies', show, clientId ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      request<Replies>(`/replies${queryString({ show, clientId, limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: OFTEN_MS,
  })

export const replyCountQuery = queryOptions({
  queryKey: ['replies', 'count'],
  queryFn: ({ signal }) => request<{ unread: number }>('/replies/count', { signal }),
  refetchInterval: OFTEN_MS,
})

/** @param ids `null`: all of them */
export const markReplies = (ids: string[] | null, isRead: boolean) =>
  sendJson<{ unread: number }>('POST', '/replies/read', { ids, isRead })
