import { type Feature, leastPlan } from '@comeback/server/plans'
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Card } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { useText } from '../i18n/index.ts'
import { usePlan } from './use-plan.ts'

/** Stands in for what the salon's plan does not have: what it does, and who can unlock it. */
export function Locked({ feature }: { feature: Feature }) {
  const { say } = useText()
  const { isOwner, contactUrl } = usePlan()
  const who = isOwner ? (contactUrl ? 'plans.youCan' : 'plans.askHost') : 'plans.askOwner'
  const plan = say(`plans.name.${leastPlan(feature)}`)
  return (
    <Card label={say(`plans.locked.${feature}.title`)}>
      <Empty
        icon={IconLock}
        title={say(`plans.locked.${feature}.title`)}
        text={`${say(`plans.locked.${feature}.text`)} ${say('plans.from', { plan })} ${say(who)}`}
      >
        {isOwner && contactUrl && (
          <Button component="a" href={contactUrl} target="_blank" rel="noopener">
            {say('plans.choose')}
          </Button>
        )}
      </Empty>
    </Card>
  )
}
