import { queryOptions } from '@tanstack/react-query'
import { fileLink, request, sendJson } from './request.ts'
import type { ClientLanguage, ConsentChange, Consents } from './types.ts'

const consentsPath = (id: string | number) => `/clients/${id}/consents`

/** The language a client reads. */
export const setClientLanguage = (id: string, language: ClientLanguage) =>
  sendJson<{ language: ClientLanguage }>('PUT', `/clients/${id}/language`, { language })

export const consentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['consents', id],
    queryFn: ({ signal }) => request<Consents>(consentsPath(id), { signal }),
  })

export const recordConsent = (id: string, change: ConsentChange) => sendJson<Consents>('POST', consentsPath(id), change)

/** Address of the file with everything known of a client. */
export const personalDataLink = (id: string) => fileLink(`/clients/${id}/personal-data`)

export const eraseClient = (id: string) => request(`/clients/${id}/personal-data`, { method: 'DELETE' })

export const retentionPreviewQuery = (months: number | null) =>
  queryOptions({
    queryKey: ['retentionPreview', months],
    queryFn: ({ signal }) => request<{ clients: number }>(`/privacy/retention-preview?months=${months}`, { signal }),
    enabled: months !== null,
  })
