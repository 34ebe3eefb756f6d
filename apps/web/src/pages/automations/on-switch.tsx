import { canSendCampaigns } from '@comeback/server/permissions'
import { Switch } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { turnOff } from '../../api/automations.ts'
import type { Automation } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { useWords } from '../../i18n/period-words.ts'
import { OnDialog } from './on-dialog.tsx'
import { useTurned } from './use-turned.ts'

/** Switches an automation: on after a look at what that does, off at once, with what waits said first. */
export function OnSwitch({ automation }: { automation: Automation }) {
  const { say } = useWords()
  const may = useMay()
  const errorText = useErrorText()
  const turned = useTurned()
  const [isAsking, dialog] = useDisclosure(false)
  const off = useMutation({
    mutationFn: () => turnOff(automation),
    onSuccess: turned,
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  const { isOn, waiting, name } = automation
  const sure = () => waiting === 0 || window.confirm(say('automations.offSure', { count: waiting }))
  return (
    <>
      <Switch
        aria-label={say('automations.on', { name })}
        checked={isOn}
        disabled={!may(canSendCampaigns) || off.isPending}
        onChange={() => (isOn ? sure() && off.mutate() : dialog.open())}
      />
      {isAsking && <OnDialog automation={automation} onClose={dialog.close} />}
    </>
  )
}
