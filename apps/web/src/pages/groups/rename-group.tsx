import { Button, Modal, Group as Row, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { changeGroup, GROUPS, type Group } from '../../api/groups.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'

interface Props {
  group: Group
  opened: boolean
  onClose: () => void
}

export function RenameGroup({ group, opened, onClose }: Props) {
  const { say } = useText()
  const queries = useQueryClient()
  const [name, setName] = useState(group.name)
  const rename = useMutation({
    mutationFn: () => changeGroup(group.id, { name: name.trim() }),
    onSuccess: () => {
      onClose()
      void queries.invalidateQueries({ queryKey: GROUPS })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rename.mutate()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      centered
      title={<b>{say('groups.rename')}</b>}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={say('groups.nameLabel')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {rename.error && <Failure error={rename.error} />}
        <Row justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={rename.isPending}>
            {say('groups.save')}
          </Button>
        </Row>
      </form>
    </Modal>
  )
}
