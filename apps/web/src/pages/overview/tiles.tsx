import { Link } from '@tanstack/react-router'
import type { MonthHealth } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { Defined, type Term } from '../../components/definition.tsx'
import { NoData } from '../../components/no-data.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { firstDay, missedShare, revenueOf } from './month.ts'
import classes from './overview.module.css'

interface Tile {
  key: 'served' | 'new' | 'regular' | 'visitsPerClient' | 'revenue' | 'missed'
  term: Term
  value: (month: MonthHealth) => number | null
  format: (value: number) => string
  /** the people behind it, on the retention screen */
  people?: { people: 'served'; new?: true }
}

/** The latest full month in figures, each against the month before. */
export function Tiles({ month, before }: { month: MonthHealth; before: MonthHealth | null }) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const nameOf = ({ month }: MonthHealth) => formats.month(firstDay(month))
  const tiles: Tile[] = [
    {
      key: 'served',
      term: 'served',
      value: ({ served }) => served,
      format: formats.number,
      people: { people: 'served' },
    },
    {
      key: 'new',
      term: 'newness',
      value: (one) => one.new,
      format: formats.number,
      people: { people: 'served', new: true },
    },
    { key: 'regular', term: 'regular', value: ({ regularShare }) => regularShare, format: formats.percent },
    {
      key: 'visitsPerClient',
      term: 'visitsPerClient',
      value: ({ visitsPerClient }) => visitsPerClient,
      format: (value) => formats.number(Math.round(value * 100) / 100),
    },
    { key: 'revenue', term: 'revenue', value: revenueOf, format: (value) => formats.money(value, currency) },
    { key: 'missed', term: 'missedShare', value: missedShare, format: formats.percent },
  ]
  return (
    <Card label={say('overview.tiles.label', { month: nameOf(month) })}>
      <dl className={classes.tiles}>
        {tiles.map(({ key, term, value, format, people }) => {
          const [now, then] = [value(month), before && value(before)]
          const shown = now === null ? <NoData /> : format(now)
          return (
            <div key={key}>
              <dt>
                <Defined of={term}>{say(`overview.tiles.${key}`)}</Defined>
              </dt>
              <dd>
                {people && now !== null && now > 0 ? (
                  <Link
                    to="/retention"
                    search={{ base: month.month, return: 'next', ...people }}
                    className={classes.people!}
                    aria-label={say('retention.showPeople', {
                      what: `${say(`overview.tiles.${key}`)}, ${format(now)}`,
                    })}
                  >
                    {shown}
                  </Link>
                ) : (
                  shown
                )}
                {before && then !== null && (
                  <small>{say('overview.tiles.before', { month: nameOf(before), value: format(then) })}</small>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
