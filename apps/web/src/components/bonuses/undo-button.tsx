import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ALL_BONUSES, undoBonuses } from '../../api/bonuses.ts'
import type { BonusOperation } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import { useErrorText } from '../error-text.ts'
import { useSure } from '../use-sure.tsx'

/** Undoes giving or paying, after a question; the ledger keeps both. */
export function UndoButton({ operation: { id, kind, undoable } }: { operation: BonusOperation }) {
  const { say } = useText()
  const sure = useSure()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => undoBonuses(id),
    onSuccess: () => {
      notifications.show({ message: say('bonuses.undone') })
    },
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ALL_BONUSES }),
  })
  const points = say('bonuses.count', { count: undoable })
  const question = say(kind === 'redeem' ? 'bonuses.undoPaid' : 'bonuses.undoGiven', { points })
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={undo.isPending}
      onClick={() =>
        sure({
          question,
          yes: say(kind === 'redeem' ? 'bonuses.giveBack' : 'bonuses.takeBack'),
          isDanger: false,
          onYes: undo.mutate,
        })
      }
    >
      {say('bonuses.undo')}
    </Button>
  )
}
