import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { riskQuery } from '../../api/queries.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import type { DueSearch } from './due-search.ts'

const route = getRouteApi('/due')

type Patch = { [K in keyof DueSearch]?: DueSearch[K] | undefined }

/** The page's state, which lives in its address, how to change it, and how many people each list has. */
export function useDue() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { counts } = useWorkspace()
  const risk = useQuery({ ...riskQuery(search.staff), enabled: counts.visits > 0 })
  /** Typing replaces the entry in the history; everything else is a step the back button takes back. */
  const change = useCallback(
    (patch: Patch, how: 'step' | 'typing' = 'step') =>
      void navigate({
        search: (before) => ({ ...before, ...patch }) as DueSearch,
        replace: how === 'typing',
        resetScroll: false,
      }),
    [navigate],
  )
  return { search, segment: search.list ?? 'due', risk, change }
}
