import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** Once a running import is over, whatever page is open forgets what it counted before. */
export function useFreshAfterImport(activeImport: number | null | undefined) {
  const queries = useQueryClient()
  const before = useRef(activeImport)
  useEffect(() => {
    const ended = before.current != null && activeImport === null
    before.current = activeImport
    if (ended) void queries.invalidateQueries()
  }, [activeImport, queries])
}
