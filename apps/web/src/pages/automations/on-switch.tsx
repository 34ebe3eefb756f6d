import { canSendCampaigns } from '@comeback/server/permissions'
import { Switch } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { turnOff } from '../../api/automations.ts'
import type { Automation } from '../../api/types.ts'
import { useMay } from '../../app/session-context.tsx'
import { useErrorText } from '../../components/error-text.ts'
import { useSure } from '../../components/use-sure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { OnDialog } from './on-dialog.tsx'
import { useTurned } from './use-turned.ts'

/** Switches an automation: on after a look at what that does, off at once, with what waits said first. */
export function OnSwitch({ automation }: { automation: Automation }) {
  const { say } = useWords()
  const may = useMay()
  const sure = useSure()
  const errorText = useErrorText()
  const turned = useTurned()
  const [isAsking, dialog] = useDisclosure(false)
  const off = useMutation({
    mutationFn: () => turnOff(automation),
    onSuccess: turned,
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  const { isOn, waiting, name } = automation
  const turnOffSurely = () => {
    if (waiting === 0) return off.mutate()
    const question = say('automations.offSure', { count: waiting })
    sure({ question, yes: say('automations.turnOff'), onYes: () => off.mutate() })
  }
  return (
    <>
      <Switch
        aria-label={say('automations.on', { name })}
        checked={isOn}
        disabled={!may(canSendCampaigns) || off.isPending}
        onChange={() => (isOn ? turnOffSurely() : dialog.open())}
      />
      {isAsking && <OnDialog automation={automation} onClose={dialog.close} />}
    </>
  )
}
