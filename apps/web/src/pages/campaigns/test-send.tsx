import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendTest, type WrittenRef } from '../../api/campaigns.ts'
import type { SendingChannel } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './campaigns.module.css'

interface Props {
  campaign: WrittenRef
  channels: readonly SendingChannel[]
  /** as whom the message is filled in */
  clientId: number | null
  isSaved: boolean
}

const OUTCOMES = {
  sent: 'campaigns.testSent',
  failed: 'campaigns.testFailed',
  unknown: 'campaigns.testUnknown',
} as const

/** Sends the message to an address of one's own. */
export function TestSend({ campaign, channels, clientId, isSaved }: Props) {
  const { say } = useText()
  const [chosen, setChannel] = useState<SendingChannel | null>(null)
  const [to, setTo] = useState('')
  const channel = chosen && channels.includes(chosen) ? chosen : channels[0]
  const test = useMutation({ mutationFn: () => sendTest(campaign, { channel: channel!, to, clientId }) })
  if (!channel) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    test.mutate()
  }
  return (
    <form className={classes.test} onSubmit={submit} aria-label={say('campaigns.test')}>
      <h3>{say('campaigns.test')}</h3>
      <div className={classes.row}>
        <Select
          aria-label={say('campaigns.channels')}
          data={channels.map((value) => ({ value, label: say(`campaigns.channel.${value}`) }))}
          value={channel}
          allowDeselect={false}
          onChange={setChannel}
        />
        <TextInput
          aria-label={say('campaigns.testTo')}
          placeholder={channel === 'email' ? 'olena@salon.ua' : '+380…'}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={to.trim().length < 3 || !isSaved}
        loading={test.isPending}
      >
        {say('campaigns.testSend')}
      </Button>
      {test.data && (
        <p role="status" className={classes.note}>
          {say(OUTCOMES[test.data.outcome], { detail: test.data.detail })}
        </p>
      )}
      {test.error && <Failure error={test.error} />}
    </form>
  )
}
