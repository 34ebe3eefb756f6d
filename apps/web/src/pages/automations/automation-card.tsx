import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { automationCheckQuery, automationResultsQuery } from '../../api/automations.ts'
import type { Automation } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { becauseOf } from '../campaigns/verdict.tsx'
import classes from './automations.module.css'
import { KindIcon } from './kind-icon.tsx'
import { OnSwitch } from './on-switch.tsx'
import { Trouble } from './trouble.tsx'
import { useSentence } from './use-sentence.ts'
import { useWeekly } from './use-weekly.ts'

/** An automation in short: what it does, how often, and what that has brought. */
export function AutomationCard({ automation }: { automation: Automation }) {
  const { id, name, trigger } = automation
  const sentence = useSentence()
  return (
    <Card label={name}>
      <div className={classes.head}>
        <KindIcon kind={trigger.kind} />
        <h2>
          <Link to="/automations/$id" params={{ id }}>
            {name}
          </Link>
        </h2>
        <OnSwitch automation={automation} />
      </div>
      <p className={classes.does}>{sentence(trigger)}</p>
      <Trouble automation={automation} />
      <Facts automation={automation} />
    </Card>
  )
}

function Facts({ automation }: { automation: Automation }) {
  const { say, formats } = useWords()
  const weekly = useWeekly()
  const check = useQuery(automationCheckQuery(automation))
  const results = useQuery(automationResultsQuery(automation.id))
  if (!check.data || !results.data) return <Skeleton height={20} aria-label={say('common.loading')} />
  const { funnel, effect, verdict } = results.data
  const because = verdict === 'ready' ? becauseOf(effect) : null
  return (
    <p className={classes.fact}>
      {weekly(check.data.perWeek)}
      {funnel.written > 0 && (
        <b>
          {say('automations.short', {
            written: formats.number(funnel.written),
            visited: formats.number(funnel.visited),
          })}
        </b>
      )}
      {because &&
        say('campaigns.results.because', {
          count: formats.number(because.expected),
          low: formats.number(because.low),
          high: formats.number(because.high),
        })}
    </p>
  )
}
