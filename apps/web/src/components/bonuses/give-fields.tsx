import { TextInput } from '@mantine/core'
import type { BonusRules, Day } from '../../api/types.ts'
import { daysAfter } from '../../app/salon-today.ts'
import { useText } from '../../i18n/index.ts'

/** The last day of what is given on a day of the salon, as the rules have it; '' without end. */
export const usualExpiry = ({ lifeDays }: BonusRules, today: Day): string =>
  lifeDays === null ? '' : daysAfter(today, lifeDays)

interface Props {
  reason: string
  expiresOn: string
  onChange: (change: { reason?: string; expiresOn?: string }) => void
}

/** What bonuses are for, and how long they are good. */
export function GiveFields({ reason, expiresOn, onChange }: Props) {
  const { say } = useText()
  return (
    <>
      <TextInput
        label={say('bonuses.reason')}
        placeholder={say('bonuses.reasonPlaceholder')}
        maxLength={200}
        value={reason}
        onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('bonuses.expiresOn')}
        description={say('bonuses.expiresHint')}
        value={expiresOn}
        onChange={({ currentTarget }) => onChange({ expiresOn: currentTarget.value })}
      />
    </>
  )
}
