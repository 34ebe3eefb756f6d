import type { ReactNode } from 'react'
import type { ClientCard } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { Defined, type Term } from '../../components/definition.tsx'
import { NoData } from '../../components/no-data.tsx'
import { useAgo } from '../../components/people/ago.ts'
import { useForecastFigures } from '../../components/people/forecast-figures.ts'
import { ForecastNote } from '../../components/people/forecast-note.tsx'
import { useOverdueBy } from '../../components/people/overdue-by.ts'
import { StateBadge } from '../../components/people/state-badge.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './client.module.css'
import { useBirthday } from './use-birthday.ts'

/** The client in figures. */
export function Tiles({ client, forecast }: Pick<ClientCard, 'client' | 'forecast'>) {
  const { say, formats } = useWords()
  const { currency, today } = useWorkspace()
  const ago = useAgo()
  const overdueBy = useOverdueBy()
  const noData = <span className={classes.none}>{say('common.noData')}</span>
  const money = (minor: number | null) => (minor === null ? noData : formats.money(minor, currency))
  const { expectedGap, expectedOn, daysOverdue, daysSince, state } = client
  const figures = useForecastFigures()
  const expected = (value: number | null, show: (value: number) => string) => {
    if (value !== null) return show(value)
    return forecast === 'pending' ? <span className={classes.none}>…</span> : noData
  }
  const birthday = useBirthday()(client)
  const overdue = daysOverdue !== null && daysOverdue > 0
  return (
    <Card>
      <dl className={classes.tiles}>
        <Tile label={say('client.lastVisit')} under={ago(daysSince)}>
          {formats.shortDate(client.lastVisit)}
        </Tile>
        <Tile label={say('client.firstVisit')} under={client.source && `${say('client.source')}: ${client.source}`}>
          {formats.shortDate(client.firstVisit)}
        </Tile>
        <Tile label={say('client.visits')} term="visits">
          {formats.number(client.visits)}
        </Tile>
        <Tile label={say('client.revenue')} term="revenue">
          {money(client.revenue)}
        </Tile>
        <Tile label={say('client.averageTicket')} term="averageTicket">
          {money(client.averageTicket)}
        </Tile>
        <Tile label={say('client.expectedGap')} term="expectedGap">
          {expectedGap === null ? noData : say('common.days', { count: Math.round(expectedGap) })}
        </Tile>
        <Tile
          label={say(expectedOn && expectedOn > today ? 'client.expectedNext' : 'client.expectedOn')}
          term="daysOverdue"
          under={overdue && overdueBy(daysOverdue)}
        >
          {expectedOn ? formats.shortDate(expectedOn) : noData}
        </Tile>
        <Tile label={say('people.columns.state')} term="state">
          {state ? <StateBadge state={state} /> : <NoData />}
        </Tile>
        {birthday && (
          <Tile label={say('client.birthday')} under={birthday.under}>
            {birthday.text}
          </Tile>
        )}
        {(forecast === 'ready' || forecast === 'pending') && (
          <>
            <Tile label={say('people.columns.pAlive')} term="pAlive">
              {expected(client.pAlive, figures.chance)}
            </Tile>
            <Tile label={say('forecast.visits')} term="expectedVisits12m" under={say('forecast.inYear')}>
              {expected(client.expectedVisits12m, figures.visits)}
            </Tile>
            <Tile label={say('forecast.value')} term="revenue12m" under={say('forecast.inYear')}>
              {expected(client.value12m, figures.value)}
            </Tile>
          </>
        )}
      </dl>
      <ForecastNote />
    </Card>
  )
}

interface TileProps {
  label: string
  term?: Term
  under?: string | false | null
  children: ReactNode
}

function Tile({ label, term, under, children }: TileProps) {
  return (
    <div>
      <dt>
        <Defined of={term}>{label}</Defined>
      </dt>
      <dd>
        {children}
        {under && <small>{under}</small>}
      </dd>
    </div>
  )
}
