import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { undoCall } from '../../api/calls.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useText } from '../../i18n/index.ts'

/** Takes back what was written down last about an entry, and says so. */
export function useUndo() {
  const { say } = useText()
  const errorText = useErrorText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: undoCall,
    onSuccess: () => notifications.show({ message: say('calls.undone') }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['calls'] }),
  })
}
