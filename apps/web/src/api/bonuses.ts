import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Language } from '../i18n/languages.ts'
import type { Format } from './export-links.ts'
import { fileLink, queryString, request, sendJson } from './request.ts'
import type {
  BonusesForMany,
  BonusesPreview,
  BonusGift,
  BonusLiability,
  BonusOperations,
  BonusPayment,
  BonusRules,
  BonusStatement,
  GroupChoices,
} from './types.ts'

const first = null as string | null
const page = (cursor: string | null) => queryString({ limit: 20, cursor })
const pathOf = (clientId: string) => `/clients/${clientId}/bonuses`

/** Everything about bonuses: an operation changes all of it. */
export const ALL_BONUSES = ['bonuses'] as const

export const statementQuery = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: [...ALL_BONUSES, 'statement', clientId],
    queryFn: ({ pageParam, signal }) => request<BonusStatement>(`${pathOf(clientId)}${page(pageParam)}`, { signal }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
  })

export const bonusOperationsQuery = infiniteQueryOptions({
  queryKey: [...ALL_BONUSES, 'operations'],
  queryFn: ({ pageParam, signal }) => request<BonusOperations>(`/bonuses/operations${page(pageParam)}`, { signal }),
  initialPageParam: first,
  getNextPageParam: ({ next }) => next,
})

export const liabilityQuery = queryOptions({
  queryKey: [...ALL_BONUSES, 'liability'],
  queryFn: ({ signal }) => request<BonusLiability>('/bonuses', { signal }),
})

export const bonusRulesQuery = queryOptions({
  queryKey: [...ALL_BONUSES, 'rules'],
  queryFn: ({ signal }) => request<BonusRules>('/bonuses/rules', { signal }),
})

/** Groups that can be given bonuses: the newest, as many as a person looks through. */
export const groupChoicesQuery = queryOptions({
  queryKey: ['groups', 'choices'],
  queryFn: ({ signal }) => request<GroupChoices>('/groups?limit=500', { signal }),
})

export const previewQuery = (groupId: string | null, points: number) =>
  queryOptions({
    queryKey: [...ALL_BONUSES, 'preview', groupId, points],
    queryFn: () =>
      sendJson<BonusesPreview>('POST', '/bonuses/accruals/preview', { to: { kind: 'group', id: groupId }, points }),
    enabled: groupId !== null && points > 0,
  })

export const giveBonuses = (clientId: string, gift: BonusGift) => sendJson('POST', `${pathOf(clientId)}/accruals`, gift)
export const payWithBonuses = (clientId: string, payment: BonusPayment) =>
  sendJson('POST', `${pathOf(clientId)}/redemptions`, payment)
export const giveMany = (gift: BonusesForMany) => sendJson<{ accrued: number }>('POST', '/bonuses/accruals', gift)
export const undoBonuses = (operationId: string) =>
  sendJson('POST', `/bonuses/operations/${operationId}/reversal`, { key: requestKey() })
export const saveBonusRules = (rules: BonusRules) => sendJson<BonusRules>('PUT', '/bonuses/rules', rules)

export const bonusExport = (
  table: 'months' | 'expiry' | 'operations',
  format: Format,
  lang: Language,
  client?: string,
) => fileLink('/exports/bonuses', { table, format, lang, client })

/** A key for a request that is to be done once, however often it is sent; also where there is no TLS. */
export function requestKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
