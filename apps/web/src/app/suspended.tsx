import { Button } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconPlayerPause } from '@tabler/icons-react'
import { Card } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { useText } from '../i18n/index.ts'
import { usePlan } from './use-plan.ts'

/** What the people of a suspended salon see on every page. */
export function Suspended() {
  const { say } = useText()
  const { contactUrl } = usePlan()
  useDocumentTitle(`${say('plans.suspendedTitle')} · Comeback`)
  return (
    <Card>
      <Empty icon={IconPlayerPause} title={say('plans.suspendedTitle')} text={say('plans.suspendedText')}>
        {contactUrl && (
          <Button component="a" href={contactUrl} target="_blank" rel="noopener" variant="default">
            {say('plans.writeHost')}
          </Button>
        )}
      </Empty>
    </Card>
  )
}
