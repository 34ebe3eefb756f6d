import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import { useUndo } from './use-undo.ts'

/** Takes back what was written down last. */
export function UndoButton({ id }: { id: string }) {
  const { say } = useText()
  const undo = useUndo()
  return (
    <Button
      variant="subtle"
      size="xs"
      loading={undo.isPending}
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      onClick={() => undo.mutate(id)}
    >
      {say('calls.undo')}
    </Button>
  )
}
