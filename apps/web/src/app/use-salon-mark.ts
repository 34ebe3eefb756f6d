import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Asked, askedSalon, markOf } from './salon-mark.ts'
import { useSession } from './session-context.tsx'

/** Tells which salon the address is of; one that says nothing is given the mark of the salon looked at. */
export function useSalonMark(): Asked {
  const { w } = useSearch({ from: '__root__' })
  const session = useSession()
  const { user, workspaceId } = session
  const navigate = useNavigate()
  const isMarked = w !== undefined || user === null
  useEffect(() => {
    if (isMarked) return
    void navigate({ to: '.', search: (before) => ({ ...before, w: markOf(workspaceId) }), replace: true })
  }, [isMarked, navigate, workspaceId])
  return askedSalon(w, session)
}
