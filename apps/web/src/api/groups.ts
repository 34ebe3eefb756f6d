import type { GroupRule } from '@comeback/server/groups/rule'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type ListSource, peopleQuery } from './queries.ts'
import { queryString, request, sendJson } from './request.ts'
import type { Person } from './types.ts'

export interface GroupFacts {
  id: string
  name: string
  kind: 'frozen' | 'live'
  /** null: a frozen group */
  rule: GroupRule | null
  /** empty: a program */
  madeBy: string
  createdAt: string
  /** campaigns pass over who has come since; null: they do not */
  awayOn: string | null
  archivedAt: string | null
}
/** How many people, and the first few of them. */
export interface Counted {
  count: number
  people: Person[]
}
export type Group = GroupFacts & Counted
/** `count` is null in the archive. */
export type ListedGroup = GroupFacts & { count: number | null }

export interface ContactsFound {
  lines: number
  found: number
  missing: number
  firstMissing: { line: number; text: string }[]
}

type NewGroupFrom =
  | { kind: 'rule'; rule: GroupRule }
  | { kind: 'list'; list: 'report' | 'rebooking' | 'clients' | 'surveys'; query: string }
  | { kind: 'contacts'; contacts: string }

export const GROUPS = ['groups'] as const

export const groupsQuery = (archived: boolean) =>
  queryOptions({
    queryKey: [...GROUPS, 'list', archived],
    queryFn: ({ signal }) =>
      request<{ groups: ListedGroup[] }>(`/groups${queryString({ archived, limit: 1000 })}`, { signal }),
  })

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: [...GROUPS, 'one', id],
    queryFn: ({ signal }) => request<Group>(`/groups/${encodeURIComponent(id)}`, { signal }),
  })

/** Who would be in a live group of this rule. */
export const previewQuery = (rule: GroupRule | null) =>
  queryOptions({
    queryKey: [...GROUPS, 'preview', rule],
    queryFn: () => sendJson<Counted>('POST', '/groups/preview', { rule }),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const makeGroup = (name: string, from: NewGroupFrom) => sendJson<Group>('POST', '/groups', { name, from })

/** A frozen group of everybody on a list of people. */
export function makeGroupOfList(name: string, source: ListSource) {
  const query = source.kind === 'surveys' ? queryString({ band: source.band }) : peopleQuery(source)
  return makeGroup(name, { kind: 'list', list: source.kind, query: query.slice(1) })
}

interface GroupChange {
  name?: string
  rule?: GroupRule
  archived?: boolean
  awayOn?: string | null
}

export const changeGroup = (id: string, change: GroupChange) => sendJson<Group>('PATCH', `/groups/${id}`, change)

export const freezeGroup = (id: string, name: string) => sendJson<Group>('POST', `/groups/${id}/freeze`, { name })

export const removeGroup = (id: string) => request<{ done: true }>(`/groups/${id}`, { method: 'DELETE' })

export const findContacts = (contacts: string) => sendJson<ContactsFound>('POST', '/groups/contacts', { contacts })
