import { Button, FileButton, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { findContacts, GROUPS, makeGroup } from '../../api/groups.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './groups.module.css'

/** A group of those whose phones, e-mails or numbers somebody pastes; says first who was not found. */
export function PasteContacts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { say } = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<b>{say('groups.contactsTitle')}</b>}
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <Form onClose={onClose} />
    </Modal>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const { say, formats } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [contacts, setContacts] = useState('')
  const [name, setName] = useState('')
  const find = useMutation({ mutationFn: () => findContacts(contacts) })
  const make = useMutation({
    mutationFn: () => makeGroup(name.trim(), { kind: 'contacts', contacts }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: GROUPS })
      onClose()
      void navigate({ to: '/groups/$id', params: { id } })
    },
  })
  const write = (text: string) => {
    setContacts(text)
    find.reset()
  }
  const found = find.data
  return (
    <>
      <p style={{ marginTop: 0 }}>{say('groups.contactsText')}</p>
      <Textarea
        label={say('groups.contactsLabel')}
        placeholder={'067 123 45 67\nolena@example.com'}
        autosize
        minRows={5}
        maxRows={12}
        value={contacts}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Group mt="sm" gap="sm">
        <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void file?.text().then(write)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileText size={16} aria-hidden />}>
              {say('groups.contactsFile')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="light"
          disabled={contacts.trim() === ''}
          loading={find.isPending}
          onClick={() => find.mutate()}
        >
          {say('groups.contactsFind')}
        </Button>
      </Group>
      {found && (
        <div role="status">
          <p>
            <b>{say('groups.contactsFound', { count: found.found })}</b>{' '}
            {found.missing > 0 && say('groups.contactsMissing', { count: found.missing })}
          </p>
          {found.missing > 0 && (
            <ul className={classes.missing}>
              {found.firstMissing.map(({ line, text }) => (
                <li key={line}>{say('groups.contactsLine', { line: formats.number(line), text })}</li>
              ))}
            </ul>
          )}
          {found.found > 0 && (
            <TextInput
              mt="md"
              label={say('groups.nameLabel')}
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </div>
      )}
      {(find.error ?? make.error) && <Failure error={find.error ?? make.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button
          disabled={!found || found.found === 0 || name.trim() === ''}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {say('groups.make')}
        </Button>
      </Group>
    </>
  )
}
