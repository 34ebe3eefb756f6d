import { infiniteQueryOptions } from '@tanstack/react-query'
import { queryString, request, sendJson } from './request.ts'
import type {
  ApiKeys,
  Deliveries,
  Delivery,
  MadeKey,
  MadeWebhook,
  NewKey,
  NewWebhook,
  Webhook,
  Webhooks,
} from './types.ts'

const first = null as string | null
const page = (cursor: string | null) => queryString({ limit: 50, cursor })

export const keysQuery = infiniteQueryOptions({
  queryKey: ['keys'],
  queryFn: ({ pageParam, signal }) => request<ApiKeys>(`/keys${page(pageParam)}`, { signal }),
  initialPageParam: first,
  getNextPageParam: ({ next }) => next,
})
export const makeKey = (key: NewKey) => sendJson<MadeKey>('POST', '/keys', key)
export const revokeKey = (id: string) => request(`/keys/${id}`, { method: 'DELETE' })

export const webhooksQuery = infiniteQueryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ pageParam, signal }) => request<Webhooks>(`/webhooks${page(pageParam)}`, { signal }),
  initialPageParam: first,
  getNextPageParam: ({ next }) => next,
})
export const makeWebhook = (webhook: NewWebhook) => sendJson<MadeWebhook>('POST', '/webhooks', webhook)
export const switchWebhook = (id: string, isOn: boolean) => sendJson<Webhook>('PATCH', `/webhooks/${id}`, { isOn })
/** Makes a new secret, told once. */
export const rotateSecret = (id: string) => sendJson<MadeWebhook>('POST', `/webhooks/${id}/secret`, {})
export const removeWebhook = (id: string) => request(`/webhooks/${id}`, { method: 'DELETE' })
export const testWebhook = (id: string) => sendJson<Delivery>('POST', `/webhooks/${id}/test`, {})

const SOON_MS = 3000

/** What was sent to an address; looked at again while something waits. */
export const deliveriesQuery = (webhookId: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhookId, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      request<Deliveries>(`/webhooks/${webhookId}/deliveries${queryString({ limit: 20, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ deliveries }) => deliveries.some((each) => each.state === 'waiting')) ? SOON_MS : false,
  })
export const sendAgain = (webhookId: string, id: string) =>
  sendJson<Delivery>('POST', `/webhooks/${webhookId}/deliveries/${id}/retry`, {})
