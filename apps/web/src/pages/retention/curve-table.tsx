import { Checkbox } from '@mantine/core'
import type { Curve, CurveGroup, CurveGrouping } from '../../api/types.ts'
import { MOST_LINES, seriesCss } from '../../charts/series-colours.ts'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { DataTable } from '../../components/table/data-table.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import classes from './curve.module.css'
import { CurveCards } from './curve-cards.tsx'
import { CurveShare } from './curve-share.tsx'
import { curveAt } from './curve-values.ts'
import { useCurveWords } from './curve-words.ts'
import { useRetention } from './use-retention.ts'

/** Days the table answers for, those salons usually ask about. */
const DAYS = [30, 45, 60, 90]
const NONE: readonly string[] = []

interface Props {
  by: CurveGrouping
  curve: Curve
  drawn: readonly CurveGroup[]
  colours: ReadonlyMap<string | null, number>
  toggle: (key: string | null) => void
  isFew: (group: CurveGroup) => boolean
}

/** The numbers behind the curves, each group with a tick that draws it. */
export function CurveTable({ by, curve, drawn, colours, toggle, isFew }: Props) {
  const { say, formats } = useWords()
  const { search, change } = useRetention()
  const phone = useIsPhone()
  const { nameOf } = useCurveWords(by)
  const full = drawn.length >= MOST_LINES
  const tick = (group: CurveGroup) => {
    const colour = colours.get(group.key)
    const name = nameOf(group.key)
    return (
      <span className={classes.group}>
        {curve.groups.length > 1 && (
          <Checkbox
            size="xs"
            radius="xs"
            aria-label={say('curve.table.draw', { group: name })}
            checked={colour !== undefined}
            disabled={colour === undefined && full}
            onChange={() => toggle(group.key)}
            {...(colour === undefined ? {} : { color: seriesCss(colour) })}
          />
        )}
        <span>
          {name}
          {isFew(group) && <small>{say('retention.tooFew')}</small>}
        </span>
      </span>
    )
  }
  const columns: TableColumn<CurveGroup>[] = [
    {
      id: 'name',
      label: say(`curve.table.group.${by}`),
      fixed: true,
      value: ({ key }) => (by === 'firstMonth' ? (key ?? '') : nameOf(key)),
      cell: tick,
    },
    {
      id: 'n',
      label: say('curve.table.clients'),
      term: 'served',
      numeric: true,
      value: ({ n }) => n,
      cell: ({ n }) => formats.number(n),
    },
    {
      id: 'events',
      label: say('curve.table.returned'),
      numeric: true,
      value: ({ events }) => events,
      cell: ({ events }) => formats.number(events),
    },
    {
      id: 'median',
      label: say('curve.table.median'),
      term: 'curveMedian',
      numeric: true,
      value: ({ median }) => median ?? undefined,
      cell: ({ median }) =>
        median === null ? (
          <span className={classes.dim}>{say('curve.table.notHalf')}</span>
        ) : (
          say('common.days', { count: median })
        ),
    },
    ...DAYS.map(
      (day): TableColumn<CurveGroup> => ({
        id: `d${day}`,
        label: say('curve.table.share', { count: day }),
        numeric: true,
        value: (group) => curveAt(group, day)?.returned,
        cell: (group) => <CurveShare value={curveAt(group, day)} near={day > curve.exactUpTo} />,
      }),
    ),
  ]
  const byTime = by === 'firstMonth'
  const sort: Sort = {
    id: search.sort ?? (byTime ? 'name' : 'n'),
    desc: search.sort === undefined ? !byTime : search.desc === true,
  }
  const list = { columns, rows: curve.groups, rowKey: ({ key }: CurveGroup) => key ?? '', sort }
  return (
    <>
      {phone ? (
        <CurveCards {...list} isFew={isFew} />
      ) : (
        <DataTable
          {...list}
          label={say('curve.table.title')}
          hidden={NONE}
          onSort={({ id, desc }) => change({ sort: id, desc: desc || undefined })}
          quietRow={isFew}
        />
      )}
      <p className={classes.foot}>
        {full && curve.groups.length > MOST_LINES && `${say('curve.most', { count: MOST_LINES })} `}
        {say('curve.table.note')}
      </p>
    </>
  )
}
