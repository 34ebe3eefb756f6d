import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** Looks at another salon: what is known of the one before is forgotten. */
export function useSalonChoice<Choice = void>(choose: (choice: Choice) => Promise<unknown>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: choose,
    async onSuccess() {
      queries.clear()
      await navigate({ to: '/retention' })
    },
  })
}
