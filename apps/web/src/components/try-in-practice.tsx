import { Button } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { enterPractice } from '../api/practice.ts'
import { useSession } from '../app/session-context.tsx'
import { useSalonChoice } from '../app/use-salon-choice.ts'
import { useWorkspace } from '../app/workspace-context.tsx'
import { useText } from '../i18n/index.ts'

/** Where somebody may be afraid to begin: the way to a salon in which nothing is really sent. */
export function TryInPractice() {
  const { say } = useText()
  const { user } = useSession()
  const { practiceDay } = useWorkspace()
  const enter = useSalonChoice(enterPractice)
  if (!user || practiceDay !== null) return null
  return (
    <Button
      variant="subtle"
      leftSection={<IconFlask size={16} aria-hidden />}
      title={say('practice.explain')}
      loading={enter.isPending}
      onClick={() => enter.mutate()}
    >
      {say('practice.try')}
    </Button>
  )
}
