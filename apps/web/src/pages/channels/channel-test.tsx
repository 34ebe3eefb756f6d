import { Alert, Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { channelsQuery, testChannel } from '../../api/channels.ts'
import type { ChannelName, ChannelOutcome } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './channels.module.css'

/** One message to an address of one's own, with what the gateway said. */
export function ChannelTest({ channel }: { channel: ChannelName }) {
  const { say } = useText()
  const queries = useQueryClient()
  const [to, setTo] = useState('')
  const send = useMutation({
    mutationFn: () => testChannel(channel, to.trim(), say('channels.test.text')),
    onSuccess: () => queries.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className={classes.test} onSubmit={submit}>
      <TextInput
        className={classes.to!}
        label={say('channels.test.to')}
        description={say(`channels.test.hint.${channel}`)}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Button type="submit" variant="light" loading={send.isPending} disabled={to.trim() === ''}>
        {say('channels.test.send')}
      </Button>
      <div className={classes.result} role="status">
        {send.data && <Outcome outcome={send.data} />}
        {send.error && <Failure error={send.error} />}
      </div>
    </form>
  )
}

function Outcome({ outcome: { kind, reason, detail } }: { outcome: ChannelOutcome }) {
  const { say } = useText()
  const words =
    kind === 'sent'
      ? say('channels.test.sent')
      : kind === 'unknown' || reason === null
        ? say('channels.test.unknown', { detail })
        : say('channels.test.failed', { reason: say(`channels.reason.${reason}`, { detail }) })
  return (
    <Alert color={kind === 'sent' ? 'green' : kind === 'unknown' ? 'yellow' : 'red'} variant="light" radius="md">
      {words}
    </Alert>
  )
}
