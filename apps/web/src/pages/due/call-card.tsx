import { IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Person } from '../../api/types.ts'
import { useForecastFigures } from '../../components/people/forecast-figures.ts'
import { useOverdueBy } from '../../components/people/overdue-by.ts'
import { usePersonName } from '../../components/people/person-name.ts'
import { StateBadge } from '../../components/people/state-badge.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './due.module.css'

/** A person to call, on a phone: the button under the thumb, and beside it what one has to know before pressing it. */
export function CallCard({ person }: { person: Person }) {
  const { say, formats } = useWords()
  const figures = useForecastFigures()
  const nameOf = usePersonName()
  const overdueBy = useOverdueBy()
  const { phone, expectedOn, expectedGap, daysOverdue, pAlive, value12m, state } = person
  const late = daysOverdue !== null && daysOverdue > 0
  const day = expectedOn && formats.shortDate(expectedOn)
  return (
    <article className={classes.call}>
      <Link to="/clients/$id" params={{ id: String(person.id) }} className={classes.callWho!}>
        <b>{nameOf(person)}</b>
        <span>{[person.staff, person.service].filter(Boolean).join(' · ')}</span>
        {day && (
          <span>
            {say(late ? 'due.copyExpected' : 'due.copyExpects', { date: day })}
            {late && `, ${overdueBy(daysOverdue)}`}
            {expectedGap !== null &&
              ` · ${say('due.every', { days: say('common.days', { count: Math.round(expectedGap) }) })}`}
          </span>
        )}
        <span>
          {state && <StateBadge state={state} />}{' '}
          {pAlive !== null && (
            <span className={classes.chance}>
              {say('people.columns.pAlive')} {figures.chance(pAlive)}
            </span>
          )}
        </span>
        {value12m !== null && <span>{say('due.atStake', { value: figures.value(value12m) })}</span>}
      </Link>
      {phone ? (
        <a
          href={`tel:${phone}`}
          className={classes.callButton}
          aria-label={say('due.call', { name: nameOf(person), phone })}
        >
          <IconPhone size={24} stroke={1.8} aria-hidden />
        </a>
      ) : (
        <small className={classes.noPhone}>{person.email || say('due.noPhone')}</small>
      )}
    </article>
  )
}
