import { PLANS, type Plan } from '@comeback/server/plans'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { givePlan } from '../../api/host.ts'
import type { Hosted } from '../../api/types.ts'
import { Failure } from '../../components/failure.tsx'
import { useText } from '../../i18n/index.ts'
import classes from './host.module.css'
import { useHostAction } from './use-host-action.ts'

/** Another plan for a salon, with the end of a trial and a reason its people read. */
export function ChangePlan({ hosted, plan: current }: { hosted: Hosted; plan: Plan }) {
  const { say } = useText()
  const [plan, setPlan] = useState(current)
  const [until, setUntil] = useState(hosted.trialEndsAt?.slice(0, 10) ?? '')
  const [reason, setReason] = useState('')
  const give = useHostAction(
    // the last day of a trial is still one of it
    () => givePlan(hosted.id, { plan, trialEndsAt: until === '' ? null : `${until}T23:59:59Z`, reason }),
    () => setReason(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  return (
    <form className={classes.part} onSubmit={submit}>
      <h3>{say('plans.title')}</h3>
      <Select
        label={say('plans.title')}
        data={PLANS.map((value) => ({ value, label: say(`plans.name.${value}`) }))}
        value={plan}
        allowDeselect={false}
        onChange={(value) => setPlan(PLANS.find((each) => each === value) ?? plan)}
      />
      <TextInput
        type="date"
        label={say('host.trialEnds')}
        description={say('host.trialEndsHint')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Textarea
        label={say('host.reason')}
        description={say('host.reasonHint')}
        required
        maxLength={500}
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {give.error && <Failure error={give.error} />}
      <Button type="submit" loading={give.isPending}>
        {say('host.give')}
      </Button>
    </form>
  )
}
