import { TextInput } from '@mantine/core'
import type { BonusRules } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** The last day of what is given today, as the rules have it; '' without end. */
export function usualExpiry({ lifeDays }: BonusRules, today = new Date()): string {
  if (lifeDays === null) return ''
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + lifeDays))
  return day.toISOString().slice(0, 10)
}

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
