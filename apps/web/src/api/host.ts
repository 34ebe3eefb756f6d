import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { queryString, request, sendJson } from './request.ts'
import type { HostChanges, HostedPage, Plan } from './types.ts'

export const hostedQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['host', 'workspaces', search],
    queryFn: ({ pageParam, signal }) =>
      request<HostedPage>(`/host/workspaces${queryString({ search, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

export const hostChangesQuery = (id: string) =>
  queryOptions({
    queryKey: ['host', 'changes', id],
    queryFn: ({ signal }) => request<HostChanges>(`/host/workspaces/${id}/changes`, { signal }),
  })

export const givePlan = (id: string, change: { plan: Plan; trialEndsAt: string | null; reason: string }) =>
  sendJson('PATCH', `/host/workspaces/${id}/plan`, change)
export const suspend = (id: string, change: { suspended: boolean; reason: string }) =>
  sendJson('POST', `/host/workspaces/${id}/suspension`, change)
