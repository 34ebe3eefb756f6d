import { Alert } from '@mantine/core'
import type { Automation } from '../../api/types.ts'
import { useText } from '../../i18n/index.ts'

/** Why an automation that is on writes to nobody now; nothing when it does. */
export function Trouble({ automation: { trouble, isOn } }: { automation: Automation }) {
  const { say } = useText()
  if (!isOn || !trouble) return null
  return (
    <Alert color="yellow" variant="light" radius="md" my="xs">
      {say('automations.trouble', { problem: say(`campaigns.problem.${trouble}`, { value: '' }) })}
    </Alert>
  )
}
