import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/**
 * Does what lets somebody in; then everything is asked again, as another person, and their start opens, or `to`. When `enter`
 * gives false they are not in yet.
 */
export function useEntering<Input>(enter: (input: Input) => Promise<unknown>, to: '/' | '/import' = '/') {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: enter,
    async onSuccess(isIn) {
      if (isIn === false) return
      queries.clear()
      await navigate({ to })
    },
  })
}
