import { queryOptions } from '@tanstack/react-query'
import { request, sendJson } from './request.ts'
import type { Channel, ChannelChange, ChannelName, ChannelOutcome, Channels, ClientChats } from './types.ts'

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => request<Channels>('/channels', { signal }),
})
export const setUpChannel = (channel: ChannelName, change: ChannelChange) =>
  sendJson<Channel>('PATCH', `/channels/${channel}`, change)
export const removeChannel = (channel: ChannelName) => request(`/channels/${channel}`, { method: 'DELETE' })
export const testChannel = (channel: ChannelName, to: string, text: string) =>
  sendJson<ChannelOutcome>('POST', `/channels/${channel}/test`, { to, text })

type ChatChannel = ClientChats['chats'][number]['channel']

export const chatsQuery = (id: string) =>
  queryOptions({
    queryKey: ['chats', id],
    queryFn: ({ signal }) => request<ClientChats>(`/clients/${id}/chats`, { signal }),
  })
export const inviteToChat = (id: string, channel: ChatChannel) =>
  sendJson<{ url: string; expiresAt: string }>('POST', `/clients/${id}/chats/${channel}`, {})
export const unlinkChat = (id: string, channel: ChatChannel) =>
  request<ClientChats>(`/clients/${id}/chats/${channel}`, { method: 'DELETE' })
