import { Button, Group, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { undoImport } from '../../api/imports.ts'
import type { Import } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import { useImportAction } from './use-import-action.ts'

/** Takes the import back, after asking. */
export function UndoImport({ one }: { one: Import }) {
  const { say } = useText()
  const [asking, ask] = useDisclosure(false)
  const undo = useImportAction(() => undoImport(one.id))
  return (
    <>
      <Button variant="subtle" color="red" onClick={ask.open}>
        {say('imports.undo')}
      </Button>
      <Modal
        opened={asking}
        onClose={ask.close}
        title={<b>{say('imports.undoTitle')}</b>}
        centered
        closeButtonProps={{ 'aria-label': say('common.close') }}
      >
        <p style={{ marginTop: 0 }}>{say('imports.undoText', { file: one.fileName })}</p>
        {undo.error && <Failure error={undo.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={ask.close}>
            {say('imports.undoKeep')}
          </Button>
          <Button color="red" loading={undo.isPending} onClick={() => undo.mutate()}>
            {say('imports.undoNow')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
