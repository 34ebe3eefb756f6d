import { Link } from '@tanstack/react-router'
import type { AutomationResults } from '../../api/types.ts'
import { Card } from '../../components/card.tsx'
import { useWords } from '../../i18n/period-words.ts'
import campaigns from '../campaigns/campaigns.module.css'
import classes from './automations.module.css'

/** The latest days it wrote on; each opens what became of that day's messages. */
export function Runs({ runs }: { runs: AutomationResults['latest'] }) {
  const { say, formats } = useWords()
  const title = say('automations.runs.title')
  return (
    <Card label={title}>
      <h2 className={campaigns.heading}>{title}</h2>
      <ul className={classes.runs}>
        {runs.map(({ id, launchedOn, contacted, holdout, skipped }) => (
          <li key={id}>
            <Link to="/campaigns/$id" params={{ id }}>
              {formats.date(launchedOn)}
            </Link>
            <span>{say('automations.runs.wrote', { count: contacted })}</span>
            <small>
              {say('automations.runs.others', { holdout: formats.number(holdout), skipped: formats.number(skipped) })}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
