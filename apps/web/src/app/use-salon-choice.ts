import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { markOf } from './salon-mark.ts'

/** Looks at another salon: what is known of the one before is forgotten. */
export function useSalonChoice<Choice = void>(choose: (choice: Choice) => Promise<{ workspaceId: string }>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: choose,
    async onSuccess({ workspaceId }) {
      // asks again whose salon this is, and draws nothing until it knows
      void queries.resetQueries()
      await navigate({ to: '/', search: { w: markOf(workspaceId) } })
    },
  })
}
