import { FEATURES } from '@comeback/server/plans'
import { Button } from '@mantine/core'
import { IconCheck, IconLock } from '@tabler/icons-react'
import { usePlan } from '../../app/use-plan.ts'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './settings.module.css'

/** The salon's plan on a host: what it has, what it does not, and the way to another one. */
export function PlanCard() {
  const { say, formats } = useWords()
  const { name, trialEndsAt, contactUrl, isOwner, has } = usePlan()
  if (name === null) return null
  const isOver = trialEndsAt !== null && Date.parse(trialEndsAt) <= Date.now()
  return (
    <Card label={say('plans.title')}>
      <h2 className={classes.heading}>{say('plans.title')}</h2>
      <p className={classes.plan}>
        <b>{say(`plans.name.${name}`)}</b>
        {trialEndsAt && (
          <span>
            {say(isOver ? 'plans.trialOver' : 'plans.trialUntil', { date: formats.date(trialEndsAt.slice(0, 10)) })}
          </span>
        )}
      </p>
      <ul className={classes.features}>
        {FEATURES.map((feature) => (
          <li key={feature} data-locked={!has(feature) || undefined}>
            {has(feature) ? <IconCheck size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
            {say(`plans.locked.${feature}.title`)}
            {!has(feature) && <small>{say('plans.notIncluded')}</small>}
          </li>
        ))}
      </ul>
      {isOwner && contactUrl && (
        <Button component="a" href={contactUrl} target="_blank" rel="noopener" variant="default">
          {say('plans.choose')}
        </Button>
      )}
    </Card>
  )
}
