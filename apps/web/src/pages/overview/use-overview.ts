import { getRouteApi } from '@tanstack/react-router'
import type { Sort } from '../../components/table/columns.ts'
import type { OverviewSearch, Span } from './overview-search.ts'

const route = getRouteApi('/overview')

/** The screen's state, which lives in its address, and how to change it. */
export function useOverview() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (patch: { [K in keyof OverviewSearch]?: OverviewSearch[K] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }) as OverviewSearch, resetScroll: false })
  const span: Span = search.months ?? '12'
  const sort: Sort = { id: search.sort ?? 'month', desc: search.sort === undefined || search.desc === true }
  return {
    span,
    sort,
    onSpan: (months: Span) => change({ months: months === '12' ? undefined : months }),
    onSort: ({ id, desc }: Sort) => change({ sort: id, desc: desc || undefined }),
  }
}
