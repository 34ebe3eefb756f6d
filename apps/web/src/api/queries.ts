import type { SurveyBand } from '@comeback/retention'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import i18next from 'i18next'
import { queryString, request } from './request.ts'
import type {
  ClientCard,
  ClientState,
  Cohorts,
  Comparison,
  Count,
  Curve,
  CurveGrouping,
  Flows,
  ForecastState,
  Grouping,
  Import,
  Lifetime,
  PeoplePage,
  RebookingCount,
  RebookingGrouping,
  Report,
  Risk,
  Workspace,
  WorkspaceQuality,
} from './types.ts'

/** The question of the retention screen: who was here, and did they come back. */
export interface Question {
  base: string
  return: string
  filter: readonly string[]
  asOf?: string | undefined
}

/** Which of the served clients: `group` is a row's key ('' for the nameless row), absent for the total. */
export interface Selection {
  by?: Grouping | undefined
  group?: string | undefined
  outcome: Count
  /** of the flows: by whom they were last served, and to whom they came back; '' is nobody named */
  anchorStaff?: string | undefined
  nextStaff?: string | undefined
  newOnly?: boolean | undefined
}

export interface Ordering {
  search?: string | undefined
  sort?: string | undefined
  desc?: boolean | undefined
}

/** Which of all clients: in these states of their rhythm, expected on these days (`from..to`), last served by `staff`. */
export interface Standing {
  state?: readonly ClientState[] | undefined
  expected?: string | undefined
  staff?: string | undefined
}

/** Whose visits of the rebooking rate; `group` as in {@link Selection}. */
export interface RebookingSelection {
  by: RebookingGrouping
  group?: string | undefined
  count: RebookingCount
}

export type PeopleSource =
  | ({ kind: 'rebooking' } & Omit<Question, 'return'> & RebookingSelection & Ordering)
  | ({ kind: 'report' } & Question & Selection & Ordering)
  | ({ kind: 'clients' } & Standing & Ordering)
  | ({ kind: 'group'; id: string } & Ordering)

/** Lists that can be kept as a group: of people, or of answers to the survey. */
export type ListSource = Exclude<PeopleSource, { kind: 'group' }> | { kind: 'surveys'; band: SurveyBand }

export const PAGE_SIZE = 100

/** Path of a list of people; export links add a format to the same query. */
export function peopleQuery(source: PeopleSource): string {
  if (source.kind === 'group') {
    const { search, sort, desc } = source
    return queryString({ search, sort, desc })
  }
  const { kind: _, ...query } = source
  return queryString('outcome' in query ? { ...query, by: query.by ?? 'all' } : { ...query })
}

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => request<Workspace>('/workspace', { signal }),
  refetchInterval: (query) => (query.state.data?.activeImport == null ? false : 2_000),
})

export const reportQuery = (question: Question, by: Grouping | 'all') =>
  queryOptions({
    queryKey: ['reports', 'retention', question, by],
    queryFn: ({ signal }) => request<Report>(`/reports/retention${queryString({ ...question, by })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const flowsQuery = (question: Question) =>
  queryOptions({
    queryKey: ['reports', 'flows', question],
    queryFn: ({ signal }) => request<Flows>(`/reports/flows${queryString({ ...question })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const curveQuery = ({ base, filter, asOf }: Question, by: CurveGrouping, first: boolean) =>
  queryOptions({
    queryKey: ['reports', 'curve', base, filter, asOf, by, first],
    queryFn: ({ signal }) =>
      request<Curve>(`/reports/curve${queryString({ base, filter, asOf, by, first })}`, { signal }),
    placeholderData: keepPreviousData,
  })

/** All the clients and months there are: neither the period nor the filters of the question matter. */
export const cohortsQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['reports', 'cohorts', asOf],
    queryFn: ({ signal }) => request<Cohorts>(`/reports/cohorts${queryString({ asOf })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const comparisonQuery = (question: Question) =>
  queryOptions({
    queryKey: ['reports', 'comparison', question],
    queryFn: ({ signal }) => request<Comparison>(`/reports/comparison${queryString({ ...question })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const qualityQuery = queryOptions({
  queryKey: ['reports', 'quality'],
  queryFn: ({ signal }) => request<WorkspaceQuality>('/quality', { signal }),
})

const PEOPLE_PATHS = { report: '/reports/people', rebooking: '/reports/rebooking/people', clients: '/clients' }

const pathOf = (source: PeopleSource) =>
  source.kind === 'group' ? `/groups/${encodeURIComponent(source.id)}/people` : PEOPLE_PATHS[source.kind]

export function fetchPeople(source: PeopleSource, cursor: string | null, limit: number, signal?: AbortSignal) {
  const path = pathOf(source)
  const query = peopleQuery(source)
  const page = queryString({ limit, cursor, lang: i18next.language }).replace('?', query === '' ? '?' : '&')
  return request<PeoplePage>(`${path}${query}${page}`, signal ? { signal } : {})
}

export const peoplePages = (source: PeopleSource) =>
  infiniteQueryOptions({
    queryKey: ['people', source, i18next.language],
    queryFn: ({ pageParam, signal }) => fetchPeople(source, pageParam, PAGE_SIZE, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: (query) => untilFitted(query.state.data?.pages[0]),
    placeholderData: keepPreviousData,
  })

/** A forecast that is being fitted is asked for again until it is there. */
const untilFitted = (answer: { forecast: ForecastState } | undefined) =>
  answer?.forecast === 'pending' ? 2_000 : (false as const)

export const lifetimeQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['reports', 'lifetime', asOf],
    queryFn: ({ signal }) => request<Lifetime>(`/reports/lifetime${queryString({ asOf })}`, { signal }),
    refetchInterval: (query) => untilFitted(query.state.data),
  })

export const riskQuery = (staff: string | undefined) =>
  queryOptions({
    queryKey: ['reports', 'risk', staff],
    queryFn: ({ signal }) => request<Risk>(`/reports/risk${queryString({ staff })}`, { signal }),
    refetchInterval: (query) => untilFitted(query.state.data),
    placeholderData: keepPreviousData,
  })

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['client', id],
    queryFn: ({ signal }) => request<ClientCard>(`/clients/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (query) => untilFitted(query.state.data),
  })

/** States in which the server is working on the import and the page has to ask again. */
const WORKING: readonly Import['state'][] = ['uploading', 'inspecting', 'storing', 'cancelling', 'undoing']
export const isWorking = (one: Import | undefined) => one !== undefined && WORKING.includes(one.state)

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => request<{ imports: Import[] }>('/imports?limit=1000', { signal }),
  refetchInterval: (query) => (query.state.data?.imports.some(isWorking) ? 2_000 : false),
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => request<Import>(`/imports/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (query) => (isWorking(query.state.data) ? 700 : false),
  })
