import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { Language } from '../i18n/languages.ts'
import { fileLink, queryString, request } from './request.ts'
import type { AuditAction, AuditPage } from './types.ts'

/** Which events are looked for; days are the salon's. */
export interface AuditSearch {
  who?: string
  action?: AuditAction
  from?: string
  to?: string
  text?: string
}

const PAGE_SIZE = 50

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>(`/audit${queryString({ ...search, limit: PAGE_SIZE, cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

export function auditExport(search: AuditSearch, lang: Language): string {
  return fileLink('/exports/audit', { format: 'csv', lang, ...search })
}
