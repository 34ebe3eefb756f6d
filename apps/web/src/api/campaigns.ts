import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { queryString, request, sendJson } from './request.ts'
import type {
  AllCampaignResults,
  AutomationCell,
  CallsPut,
  Campaign,
  CampaignCalls,
  CampaignCheck,
  CampaignPeople,
  CampaignPlan,
  CampaignPreview,
  CampaignResults,
  CampaignSettings,
  Campaigns,
  CampaignTest,
  SendingChannel,
} from './types.ts'

const first = null as string | null
const SOON_MS = 1500

/** States in which the server is at work on a campaign and the page has to ask again. */
const MOVING: readonly Campaign['state'][] = ['scheduled', 'sending']
const isMoving = (campaign: Campaign | undefined) => campaign !== undefined && MOVING.includes(campaign.state)

export const campaignsQuery = infiniteQueryOptions({
  queryKey: ['campaigns', 'list'],
  queryFn: ({ pageParam, signal }) =>
    request<Campaigns>(`/campaigns${queryString({ limit: 50, cursor: pageParam })}`, { signal }),
  initialPageParam: first,
  getNextPageParam: ({ next }) => next,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ campaigns }) => campaigns.some(isMoving)) ? SOON_MS : false,
})

export const readCampaign = (id: string, init?: RequestInit) =>
  request<Campaign>(`/campaigns/${encodeURIComponent(id)}`, init)

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: ({ signal }) => readCampaign(id, { signal }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? SOON_MS : false),
  })

/** What would happen if it went out now; asked anew for each version. */
export const checkQuery = ({ id, version }: Pick<Campaign, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['campaigns', id, 'check', version],
    queryFn: ({ signal }) => request<CampaignCheck>(`/campaigns/${id}/check`, { signal }),
    placeholderData: (before) => before,
    staleTime: 0,
  })

/** What is written: a campaign, or an automation. */
export interface WrittenRef {
  id: string
  version: number
  /** `campaigns` by default */
  from?: 'campaigns' | 'automations' | undefined
}

export const previewQuery = ({ id, version, from = 'campaigns' }: WrittenRef, clientId: number) =>
  queryOptions({
    queryKey: [from, id, 'preview', clientId, version],
    queryFn: ({ signal }) => request<CampaignPreview>(`/${from}/${id}/preview/${clientId}`, { signal }),
    placeholderData: (before) => before,
  })

export interface CampaignPeopleOf {
  id: string
  /** whose id that is; a campaign's by default */
  from?: 'campaigns' | 'automations' | undefined
  cell: AutomationCell
  /** of an automation: only those whose days are over */
  measured?: 'true' | undefined
  reason?: string | undefined
  /** only those under one key of the tables, without one: of whom nothing is known */
  by?: 'staff' | 'service' | 'band' | undefined
  key?: string | undefined
  search?: string | undefined
}

export const campaignPeopleQuery = ({ id, from = 'campaigns', ...asked }: CampaignPeopleOf, limit = 100) =>
  infiniteQueryOptions({
    queryKey: [from, id, 'people', asked, limit],
    queryFn: ({ pageParam, signal }) =>
      request<CampaignPeople>(`/${from}/${id}/people${queryString({ ...asked, limit, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
  })

/** Whom to call as no message reaches them; a draft's are asked anew for each version. */
export const campaignCallsQuery = ({ id, version, counts }: Pick<Campaign, 'id' | 'version' | 'counts'>) =>
  queryOptions({
    queryKey: ['campaigns', id, 'calls', version, counts],
    queryFn: ({ signal }) => request<CampaignCalls>(`/campaigns/${id}/calls`, { signal }),
    placeholderData: (before) => before,
  })

/** @param isMoving messages still leave, and the numbers move with them */
export const resultsQuery = (id: string, isMoving: boolean) =>
  queryOptions({
    queryKey: ['campaigns', id, 'results'],
    queryFn: ({ signal }) => request<CampaignResults>(`/campaigns/${id}/results`, { signal }),
    refetchInterval: isMoving ? 2 * SOON_MS : false,
  })

export const allResultsQuery = queryOptions({
  queryKey: ['campaigns', 'results'],
  queryFn: ({ signal }) => request<AllCampaignResults>('/campaign-results', { signal }),
})

export const campaignSettingsQuery = queryOptions({
  queryKey: ['campaign-settings'],
  queryFn: ({ signal }) => request<CampaignSettings>('/campaign-settings', { signal }),
})

export const makeCampaign = (name: string, plan: Partial<CampaignPlan>) =>
  sendJson<Campaign>('POST', '/campaigns', { name, plan })
export const changeCampaign = (
  { id, version }: Pick<Campaign, 'id' | 'version'>,
  change: { name?: string; plan?: Partial<CampaignPlan> },
) => sendJson<Campaign>('PATCH', `/campaigns/${id}`, { version, ...change })
export const callInstead = (id: string, asked: { reason: string; script: string }) =>
  sendJson<CallsPut>('POST', `/campaigns/${id}/calls`, asked)
export const removeCampaign = (id: string) => request(`/campaigns/${id}`, { method: 'DELETE' })
export const sendCampaign = ({ id, version }: Campaign) =>
  sendJson<Campaign>('POST', `/campaigns/${id}/send`, { version })
export const approveCampaign = ({ id, version }: Campaign) =>
  sendJson<Campaign>('POST', `/campaigns/${id}/approve`, { version })
export const steerCampaign = (id: string, verb: 'pause' | 'resume' | 'stop') =>
  request<Campaign>(`/campaigns/${id}/${verb}`, { method: 'POST' })
export const sendAgain = (id: string, state: 'unknown' | 'failed') =>
  sendJson<{ again: number }>('POST', `/campaigns/${id}/again`, { state })
export const sendTest = (
  { id, from = 'campaigns' }: Omit<WrittenRef, 'version'>,
  test: { channel: SendingChannel; to: string; clientId: number | null },
) => sendJson<CampaignTest>('POST', `/${from}/${id}/test`, test)
export const changeCampaignSettings = (settings: CampaignSettings) =>
  sendJson<CampaignSettings>('PUT', '/campaign-settings', settings)

/** Groups to choose from, with how many people are in each. */
export const groupChoicesQuery = queryOptions({
  queryKey: ['groups', 'choices'],
  queryFn: ({ signal }) =>
    request<{ groups: { id: string; name: string; count: number | null }[] }>('/groups?limit=1000', { signal }),
})

/** Whether the addresses in messages open anywhere but here. */
export const linkAddressQuery = queryOptions({
  queryKey: ['booking-page'],
  queryFn: ({ signal }) => request<{ onlyHere: boolean }>('/booking-page', { signal }),
})
