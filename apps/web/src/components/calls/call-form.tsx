import { SCRIPT_FIELDS, unknownFieldOf } from '@comeback/server/calls/script'
import { Anchor, Button, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { CallsPut } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import { Failure } from '../failure.tsx'

interface Props {
  /** who, and what happens to them */
  children: ReactNode
  /** nothing can be put there now */
  disabled: boolean
  /** suggested words */
  reason: string
  script: string
  put: (asked: { reason: string; script: string }) => Promise<CallsPut>
  close: () => void
}

/** Why people are to be called, and what to say: asked before they are put on the call list. */
export function CallForm({ children, disabled, put, close, ...suggested }: Props) {
  const { say } = useText()
  const [reason, setReason] = useState(suggested.reason)
  const [script, setScript] = useState(suggested.script)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const putting = useMutation({
    mutationFn: () => put({ reason, script }),
    onSuccess: (done) => {
      close()
      notifications.show({
        autoClose: 8000,
        message: <Done done={done} onOpen={() => void navigate({ to: '/calls' })} />,
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['calls'] }),
  })
  const unknown = unknownFieldOf(script)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    putting.mutate()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={<b>{say('calls.putTitle')}</b>}
      radius="lg"
      closeButtonProps={{ 'aria-label': say('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {children}
          <TextInput
            label={say('calls.reason')}
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Textarea
            label={say('calls.script')}
            description={say('calls.scriptHint', { fields: SCRIPT_FIELDS.map((field) => `{{${field}}}`).join(' ') })}
            error={unknown !== null && say('calls.unknownField', { field: unknown })}
            autosize
            minRows={3}
            maxLength={2000}
            value={script}
            onChange={({ currentTarget }) => setScript(currentTarget.value)}
          />
          {putting.isError && <Failure error={putting.error} />}
          <Button type="submit" loading={putting.isPending} disabled={unknown !== null || disabled}>
            {say('calls.putButton')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** What became of it, and the way to the list. Notifications stand outside of the router: a link would find none there. */
function Done({ done, onOpen }: { done: CallsPut; onOpen: () => void }) {
  const { say } = useText()
  return (
    <>
      {say('calls.putDone', { added: done.added })}{' '}
      {done.already > 0 && `${say('calls.putAlready', { count: done.already })} `}
      {done.refused > 0 && `${say('calls.putRefused', { count: done.refused })} `}
      <Anchor component="button" size="sm" onClick={onOpen}>
        {say('calls.putOpen')}
      </Anchor>
    </>
  )
}
