import { NumberInput, Select } from '@mantine/core'
import type { AutomationTrigger } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'
import { useSentence } from './use-sentence.ts'

const STATES = ['due', 'atRisk', 'longOverdue'] as const
const MOST: Record<Exclude<AutomationTrigger['kind'], 'overdue'>, number> = {
  noBooking: 180,
  firstVisit: 60,
  bonusesExpire: 90,
  birthday: 30,
}

interface Props {
  trigger: AutomationTrigger
  onChange: (trigger: AutomationTrigger) => void
}

/** How long it waits, or how late a client has to be. */
export function TriggerField({ trigger, onChange }: Props) {
  const { say } = useText()
  const sentence = useSentence()
  if (trigger.kind === 'overdue') {
    return (
      <Select
        label={say('automations.late')}
        data={STATES.map((value) => ({ value, label: say(`automations.lateBy.${value}`) }))}
        value={trigger.after}
        description={sentence(trigger)}
        allowDeselect={false}
        onChange={(after) => after && onChange({ kind: 'overdue', after })}
      />
    )
  }
  const most = MOST[trigger.kind]
  // a birthday may be written of on the day itself
  const least = trigger.kind === 'birthday' ? 0 : 1
  return (
    <NumberInput
      maw={320}
      label={say(`automations.days.${trigger.kind}`)}
      description={sentence(trigger)}
      value={trigger.days}
      min={least}
      max={most}
      allowDecimal={false}
      onChange={(value) => {
        const days = Number(value)
        if (value !== '' && days >= least && days <= most) onChange({ ...trigger, days })
      }}
    />
  )
}
