import { Link } from '@tanstack/react-router'
import type { Person } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { useAgo } from './ago.ts'
import { useForecastFigures } from './forecast-figures.ts'
import classes from './people.module.css'
import { usePersonName } from './person-name.ts'
import { OutcomeBadge, StateBadge } from './state-badge.tsx'

interface Props {
  person: Person
  withOutcome: boolean
  /** of a report of a past day */
  asOf: string | undefined
}

/** A client on a phone: who, when last, with whom, how much, and what to think of it. */
export function PersonCard({ person, withOutcome, asOf }: Props) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const ago = useAgo(asOf)
  const nameOf = usePersonName()
  const figures = useForecastFigures()
  return (
    <Link to="/clients/$id" params={{ id: String(person.id) }} className={classes.card!}>
      <span>
        <b>{nameOf(person)}</b>
      </span>
      <span className={classes.right}>
        {person.revenue !== null && <b>{formats.money(person.revenue, currency)}</b>}
      </span>
      <span>
        <small>{person.phone || person.email}</small>
      </span>
      <span className={classes.right}>
        <small>{say('common.visits', { count: person.visits })}</small>
      </span>
      <span>
        <small>{[person.staff, person.service].filter(Boolean).join(' · ')}</small>
      </span>
      <span className={classes.right}>
        <small>{formats.shortDate(person.lastVisit)}</small>
      </span>
      <span>
        {withOutcome && person.outcome ? (
          <OutcomeBadge outcome={person.outcome} />
        ) : (
          person.state && <StateBadge state={person.state} />
        )}
      </span>
      <span className={classes.right}>
        <small>{ago(person.daysSince)}</small>
      </span>
      {person.pAlive !== null && (
        <span className={classes.wide}>
          <small>
            {say('people.columns.pAlive')} {figures.chance(person.pAlive)}
            {person.value12m !== null && ` · ${say('due.atStake', { value: figures.value(person.value12m) })}`}
          </small>
        </span>
      )}
    </Link>
  )
}
