import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Does something to a salon and asks everything about the salons again. */
export function useHostAction(act: () => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    async onSuccess() {
      onDone()
      await queries.invalidateQueries()
    },
  })
}
