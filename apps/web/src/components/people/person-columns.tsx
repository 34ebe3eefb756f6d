import { Link } from '@tanstack/react-router'
import type { Person } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { NoData } from '../no-data.tsx'
import type { TableColumn } from '../table/columns.ts'
import { useAgo } from './ago.ts'
import { forecastColumns } from './forecast-columns.tsx'
import { useForecastFigures } from './forecast-figures.ts'
import { useOverdueBy } from './overdue-by.ts'
import classes from './people.module.css'
import { usePersonName } from './person-name.ts'
import { PhoneLink } from './phone-link.tsx'
import { OutcomeBadge, StateBadge } from './state-badge.tsx'
import { useForecast } from './use-forecast.ts'

/** What is known about a client, as columns; the server sorts by the same names. Those of a withheld forecast are left out. */
export function usePersonColumns(asOf?: string): TableColumn<Person>[] {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const ago = useAgo(asOf)
  const overdueBy = useOverdueBy(asOf)
  const nameOf = usePersonName()
  const money = (minor: number | null) => (minor === null ? <NoData /> : formats.money(minor, currency))
  const days = (count: number) => say('common.days', { count })
  const forecast = useForecast(asOf)
  const figures = useForecastFigures()
  const forecasts = forecastColumns(say, figures, forecast.state === 'pending')
  return [
    {
      id: 'name',
      label: say('people.columns.name'),
      fixed: true,
      value: (person) => person.name,
      cell: (person) => (
        <>
          <Link to="/clients/$id" params={{ id: String(person.id) }} className={classes.name!}>
            {nameOf(person)}
          </Link>
          <small className={classes.under}>
            {person.phone ? <PhoneLink phone={person.phone} /> : person.email}
            {person.isNew && <em>{say('people.isNew')}</em>}
          </small>
        </>
      ),
    },
    {
      id: 'lastVisit',
      label: say('people.columns.lastVisit'),
      numeric: true,
      value: (person) => person.lastVisit,
      cell: ({ lastVisit, daysSince }) => (
        <>
          {formats.shortDate(lastVisit)}
          <small className={classes.under}>{ago(daysSince)}</small>
        </>
      ),
    },
    {
      id: 'staff',
      label: say('people.columns.staff'),
      value: (person) => person.staff ?? undefined,
      cell: (person) => (
        <>
          {person.staff || <NoData />}
          <small className={classes.under}>{person.service}</small>
        </>
      ),
    },
    {
      id: 'outcome',
      label: say('people.columns.outcome'),
      cell: ({ outcome }) => outcome && <OutcomeBadge outcome={outcome} />,
    },
    {
      id: 'visits',
      label: say('people.columns.visits'),
      term: 'visits',
      numeric: true,
      value: (person) => person.visits,
      cell: (person) => formats.number(person.visits),
    },
    {
      id: 'revenue',
      label: say('people.columns.revenue'),
      term: 'revenue',
      numeric: true,
      value: (person) => person.revenue ?? undefined,
      cell: (person) => money(person.revenue),
    },
    {
      id: 'averageTicket',
      label: say('people.columns.averageTicket'),
      term: 'averageTicket',
      numeric: true,
      value: (person) => person.averageTicket ?? undefined,
      cell: (person) => money(person.averageTicket),
    },
    {
      id: 'expectedGap',
      label: say('people.columns.expectedGap'),
      term: 'expectedGap',
      numeric: true,
      value: (person) => person.expectedGap ?? undefined,
      cell: ({ expectedGap }) => (expectedGap === null ? <NoData /> : days(Math.round(expectedGap))),
    },
    {
      id: 'daysOverdue',
      label: say('people.columns.daysOverdue'),
      term: 'daysOverdue',
      numeric: true,
      value: (person) => person.daysOverdue ?? undefined,
      cell: ({ expectedOn, daysOverdue }) => (
        <>
          {expectedOn ? formats.shortDate(expectedOn) : <NoData />}
          {daysOverdue !== null && daysOverdue > 0 && <small className={classes.under}>{overdueBy(daysOverdue)}</small>}
        </>
      ),
    },
    {
      id: 'state',
      label: say('people.columns.state'),
      term: 'state',
      cell: ({ state }) => (state ? <StateBadge state={state} /> : <NoData />),
    },
    ...(forecast.withheld ? [] : forecasts),
  ]
}
