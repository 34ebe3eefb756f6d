import { queryOptions } from '@tanstack/react-query'
import { request, sendJson } from './request.ts'
import type {
  Automation,
  AutomationCheck,
  AutomationResults,
  Automations,
  AutomationTrigger,
  CampaignPlan,
} from './types.ts'

/** Messages of one that is on may be on their way. */
const MOVING_MS = 4000

export const automationsQuery = queryOptions({
  queryKey: ['automations', 'list'],
  queryFn: ({ signal }) => request<Automations>('/automations', { signal }),
  refetchInterval: ({ state }) => (state.data?.automations.some(({ waiting }) => waiting > 0) ? MOVING_MS : false),
})

export const readAutomation = (id: string, init?: RequestInit) =>
  request<Automation>(`/automations/${encodeURIComponent(id)}`, init)

export const automationQuery = (id: string) =>
  queryOptions({
    queryKey: ['automations', id],
    queryFn: ({ signal }) => readAutomation(id, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? MOVING_MS : false),
  })

/** What it would do; asked anew for each version. */
export const automationCheckQuery = ({ id, version, isOn }: Pick<Automation, 'id' | 'version' | 'isOn'>) =>
  queryOptions({
    queryKey: ['automations', id, 'check', version, isOn],
    queryFn: ({ signal }) => request<AutomationCheck>(`/automations/${id}/check`, { signal }),
    placeholderData: (before) => before,
    staleTime: 0,
  })

/** How many a week one of a kind would write to, before there is one. */
export const forecastQuery = (kind: AutomationTrigger['kind']) =>
  queryOptions({
    queryKey: ['automations', 'forecast', kind],
    queryFn: ({ signal }) => request<{ perWeek: number }>(`/automation-forecast?kind=${kind}`, { signal }),
  })

export const automationResultsQuery = (id: string) =>
  queryOptions({
    queryKey: ['automations', id, 'results'],
    queryFn: ({ signal }) => request<AutomationResults>(`/automations/${id}/results`, { signal }),
  })

interface Change {
  name?: string
  trigger?: AutomationTrigger
  plan?: Partial<CampaignPlan>
  pauseDays?: number
}

export const makeAutomation = (asked: Change & { name: string; trigger: AutomationTrigger }) =>
  sendJson<Automation>('POST', '/automations', asked)
export const changeAutomation = (id: string, version: number, change: Change) =>
  sendJson<Automation>('PATCH', `/automations/${id}`, { version, ...change })
export const removeAutomation = (id: string) => request(`/automations/${id}`, { method: 'DELETE' })
export const turnOn = ({ id, version }: Automation, backlog: boolean) =>
  sendJson<Automation>('POST', `/automations/${id}/on`, { version, backlog })
export const turnOff = ({ id }: Automation) => request<Automation>(`/automations/${id}/off`, { method: 'POST' })
