import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MonthHealth } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import type { Term } from '../../components/definition.tsx'
import { NoData } from '../../components/no-data.tsx'
import type { TableColumn } from '../../components/table/columns.ts'
import { useWords } from '../../i18n/period-words.ts'
import { firstDay } from './month.ts'
import classes from './overview.module.css'

const KINDS = ['new', 'returning', 'regular'] as const
type Retention = 'firstVisitRetention' | 'returningRetention'

/** Columns of the table of months; the counts the retention screen knows open their people there. */
export function useMonthColumns(): TableColumn<MonthHealth>[] {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const money = (minor: number | null) => (minor === null ? <NoData /> : formats.money(minor, currency))
  const percent = (share: number | null) => (share === null ? <NoData /> : formats.percent(share))
  const nameOf = ({ month }: MonthHealth) => formats.month(firstDay(month))

  const numeric = (
    id: string,
    label: string,
    group: string | null,
    value: (month: MonthHealth) => number | null,
    cell: (month: MonthHealth) => ReactNode,
    term?: Term,
  ): TableColumn<MonthHealth> => ({
    id,
    label,
    numeric: true,
    ...(group ? { group } : {}),
    ...(term ? { term } : {}),
    value: (month) => value(month) ?? undefined,
    cell,
  })

  const people = (month: MonthHealth, count: number, what: string, search: { new?: true; filter?: string[] }) =>
    count === 0 ? (
      formats.number(count)
    ) : (
      <Link
        to="/retention"
        search={{ base: month.month, return: 'next', people: 'served', ...search }}
        className={classes.count!}
        aria-label={say('retention.showPeople', { what: `${nameOf(month)}, ${what} ${formats.number(count)}` })}
      >
        {formats.number(count)}
      </Link>
    )
  const withShare = (count: ReactNode, share: number | null) => (
    <>
      {count}
      {share !== null && <small className={classes.share}>{formats.percent(share)}</small>}
    </>
  )
  const clients = say('overview.table.clients')
  const kind = (key: (typeof KINDS)[number]) => say(`overview.kinds.${key}`)
  const retention = (id: Retention, label: string): TableColumn<MonthHealth> =>
    numeric(
      id,
      label,
      say('overview.table.back'),
      (month) => month[id]?.rate ?? null,
      ({ [id]: rate }) => <RetentionCell rate={rate} />,
      id === 'firstVisitRetention' ? id : undefined,
    )

  return [
    {
      id: 'month',
      label: say('overview.table.month'),
      fixed: true,
      value: ({ month }) => month,
      cell: (month) => (
        <span className={classes.month}>
          <Link
            to="/retention"
            search={{ base: month.month, return: 'next' }}
            aria-label={say('overview.table.open', { month: nameOf(month) })}
          >
            {nameOf(month)}
          </Link>
          {month.partial && <small>{say('overview.partialShort')}</small>}
        </span>
      ),
    },
    numeric(
      'served',
      say('overview.table.all'),
      clients,
      (month) => month.served,
      (month) => people(month, month.served, clients, {}),
      'served',
    ),
    numeric(
      'new',
      kind('new'),
      clients,
      (month) => month.new,
      (month) =>
        withShare(
          <>
            {month.mayNotBeNew && '≈ '}
            {people(month, month.new, kind('new'), { new: true })}
          </>,
          month.newShare,
        ),
      'newness',
    ),
    numeric(
      'returning',
      kind('returning'),
      clients,
      (month) => month.returning,
      (month) =>
        withShare(
          people(month, month.returning, kind('returning'), { filter: ['newness:returning'] }),
          month.returningShare,
        ),
    ),
    numeric(
      'regular',
      kind('regular'),
      clients,
      (month) => month.regular,
      (month) => withShare(formats.number(month.regular), month.regularShare),
      'regular',
    ),
    numeric(
      'visitsPerClient',
      say('overview.table.visitsPerClient'),
      null,
      (month) => month.visitsPerClient,
      (month) => (month.visitsPerClient === null ? '—' : formats.number(Math.round(month.visitsPerClient * 100) / 100)),
      'visitsPerClient',
    ),
    ...KINDS.map((key) =>
      numeric(
        `revenue.${key}`,
        kind(key),
        say('overview.table.revenue'),
        (month) => month.revenue[key],
        (month) => money(month.revenue[key]),
      ),
    ),
    ...KINDS.map((key) =>
      numeric(
        `averageTicket.${key}`,
        kind(key),
        say('overview.table.ticket'),
        (month) => month.averageTicket[key],
        (month) => money(month.averageTicket[key]),
      ),
    ),
    retention('firstVisitRetention', say('overview.kinds.new')),
    retention('returningRetention', say('overview.kinds.returning')),
    numeric(
      'cancelledShare',
      say('overview.kinds.cancelled'),
      say('overview.table.missed'),
      (month) => month.cancelledShare,
      (month) => percent(month.cancelledShare),
      'missedShare',
    ),
    numeric(
      'noShowShare',
      say('overview.kinds.noShow'),
      say('overview.table.missed'),
      (month) => month.noShowShare,
      (month) => percent(month.noShowShare),
    ),
  ]
}

/** A rate with its interval, why there is none yet, or grey when it is of too few. */
function RetentionCell({ rate }: { rate: MonthHealth[Retention] }) {
  const { say, formats } = useWords()
  if (rate === null) return <small className={classes.share}>{say('overview.charts.notOver')}</small>
  if (rate.rate === null || rate.low === null || rate.high === null) return '—'
  return (
    <span data-few={rate.served < 10 || undefined} className={classes.retention}>
      {formats.percent(rate.rate)}
      <small className={classes.share}>
        {rate.served < 10 ? say('retention.tooFew') : formats.percents(rate.low, rate.high)}
      </small>
    </span>
  )
}
