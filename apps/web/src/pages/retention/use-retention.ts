import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { asQuestion, readChoice } from './question.ts'
import type { RetentionSearch } from './retention-search.ts'

const route = getRouteApi('/retention')

type Patch = { [K in keyof RetentionSearch]?: RetentionSearch[K] | undefined }

/** The screen's state, which lives in its address, and how to change it. */
export function useRetention() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { asOf } = useWorkspace()
  const choice = useMemo(() => readChoice(search, asOf), [search, asOf])
  const question = useMemo(() => asQuestion(search, choice), [search, choice])
  /** Typing replaces the entry in the history; everything else is a step the back button takes back. */
  const change = useCallback(
    (patch: Patch, how: 'step' | 'typing' = 'step') =>
      void navigate({
        search: (before) => ({ ...before, ...patch }) as RetentionSearch,
        replace: how === 'typing',
        resetScroll: false,
      }),
    [navigate],
  )
  return { search, choice, question, tab: search.tab ?? 'lost', change }
}
