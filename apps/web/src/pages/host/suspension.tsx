import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { suspend } from '../../api/host.ts'
import type { Hosted } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './host.module.css'
import { useHostAction } from './use-host-action.ts'

/** Lets nobody into a salon, or its people in again. */
export function Suspension({ hosted }: { hosted: Hosted }) {
  const { say } = useText()
  const [reason, setReason] = useState('')
  const isSuspended = hosted.suspendedAt !== null
  const act = useHostAction(
    () => suspend(hosted.id, { suspended: !isSuspended, reason }),
    () => setReason(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate()
  }
  return (
    <form className={classes.part} onSubmit={submit}>
      <h3>{say(isSuspended ? 'host.resume' : 'host.suspend')}</h3>
      <p>{say(isSuspended ? 'host.resumeText' : 'host.suspendText')}</p>
      <Textarea
        label={say('host.reason')}
        description={say('host.reasonHint')}
        required
        maxLength={500}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.error && <Failure error={act.error} />}
      <Button
        type="submit"
        variant={isSuspended ? 'filled' : 'light'}
        color={isSuspended ? 'brand' : 'red'}
        loading={act.isPending}
      >
        {say(isSuspended ? 'host.resume' : 'host.suspend')}
      </Button>
    </form>
  )
}
