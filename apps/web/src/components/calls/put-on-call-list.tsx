import { canWorkCalls } from '@comeback/server/permissions'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPhonePlus } from '@tabler/icons-react'
import type { PeopleSource } from '../../api/queries.ts'
import { useMay } from '../../app/session-context.tsx'
import { usePlan } from '../../app/use-plan.ts'
import { useText } from '../../i18n/index.ts'
import { PutForm } from './put-form.tsx'

/** Puts everybody of a list of people on the call list. */
export function PutOnCallList({ source, reason }: { source: PeopleSource; reason: string }) {
  const { say } = useText()
  const may = useMay()
  const { has } = usePlan()
  const [opened, form] = useDisclosure(false)
  if (!may(canWorkCalls) || !has('winback')) return null
  return (
    <>
      <Button variant="default" size="sm" leftSection={<IconPhonePlus size={16} aria-hidden />} onClick={form.open}>
        {say('calls.put')}
      </Button>
      {opened && <PutForm source={source} reason={reason} close={form.close} />}
    </>
  )
}
