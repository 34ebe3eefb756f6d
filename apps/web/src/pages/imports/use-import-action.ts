import { useMutation, useQueryClient } from '@tanstack/react-query'
import { importQuery } from '../../api/queries.ts'
import type { Import } from '../../api/types.ts'

/** Something done to an import; its answer is what the page shows next. */
export function useImportAction<T = void>(act: (input: T) => Promise<Import>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (after) => {
      queries.setQueryData(importQuery(String(after.id)).queryKey, after)
      void queries.invalidateQueries({ queryKey: ['workspace'] })
    },
  })
}
