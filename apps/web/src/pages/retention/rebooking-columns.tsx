import { WEEKDAYS } from '@comeback/retention'
import type { RebookingCount, RebookingGrouping, RebookingRow } from '../../api/types.ts'
import { CountButton } from '../../components/count-button.tsx'
import { NoData } from '../../components/no-data.tsx'
import type { TableColumn } from '../../components/table/columns.ts'
import { useWords } from '../../i18n/period-words.ts'
import { RateFigures, RateLine } from './group-rate.tsx'
import groups from './group-tab.module.css'
import { isTooFewVisits } from './rebooking-values.ts'
import { useRetention } from './use-retention.ts'

const ORDER: readonly (string | null)[] = WEEKDAYS

/** What a row is called; weekdays and newness have keys, the rest names of the salon. */
export function useRebookingName(by: RebookingGrouping): (row: Pick<RebookingRow, 'key'>) => string {
  const { say } = useWords()
  return ({ key }) => {
    const weekday = by === 'weekday' && WEEKDAYS.find((day) => day === key)
    if (weekday) return say(`rebooking.weekdays.${weekday}`)
    if (by === 'newness' && (key === 'new' || key === 'returning')) return say(`retention.newness.${key}`)
    if (key) return key
    return by === 'bookedBy'
      ? say('rebooking.bookedByNobody')
      : by === 'weekday'
        ? ''
        : say(`retention.table.nameless.${by}`)
  }
}

/** Columns of the rebooking rate: how many visits, after how many the client was booked, and who kept it. */
export function useRebookingColumns(by: RebookingGrouping, total: RebookingRow): TableColumn<RebookingRow>[] {
  const { say, formats } = useWords()
  const nameOf = useRebookingName(by)
  const { change } = useRetention()
  const opens = (row: RebookingRow, count: RebookingCount, number: number, what: string) => (
    <CountButton
      count={number}
      what={`${nameOf(row)}, ${what}`}
      onOpen={() => change({ booked: count, of: row.key ?? '' })}
    />
  )
  const ofAll = by === 'bookedBy'
  const salon = ofAll ? null : total.rate
  const rate = say(ofAll ? 'rebooking.columns.share' : 'rebooking.columns.rate')
  const columns: (TableColumn<RebookingRow> | false)[] = [
    {
      id: 'name',
      label: say(by === 'weekday' || by === 'bookedBy' ? `rebooking.columns.${by}` : `retention.filter.${by}`),
      fixed: true,
      value: (row) => (by === 'weekday' ? ORDER.indexOf(row.key) : nameOf(row)),
      cell: (row) => (
        <span className={groups.name}>
          {nameOf(row)}
          {isTooFewVisits(row) && <span className={groups.few}>{say('retention.tooFew')}</span>}
        </span>
      ),
    },
    !ofAll && {
      id: 'visits',
      label: say('rebooking.columns.visits'),
      term: 'visits',
      numeric: true,
      value: (row) => row.visits,
      cell: (row) => opens(row, 'visits', row.visits, say('rebooking.columns.visits')),
    },
    {
      id: 'rebooked',
      label: say('rebooking.columns.rebooked'),
      term: ofAll ? 'bookedBy' : 'rebooking',
      numeric: true,
      value: (row) => row.rebooked,
      cell: (row) => opens(row, 'rebooked', row.rebooked, say('rebooking.columns.rebooked')),
    },
    !ofAll && {
      id: 'notRebooked',
      label: say('rebooking.columns.notRebooked'),
      numeric: true,
      value: (row) => row.visits - row.rebooked,
      cell: (row) => opens(row, 'notRebooked', row.visits - row.rebooked, say('rebooking.columns.notRebooked')),
    },
    {
      id: 'rate',
      label: salon === null ? rate : `${rate} · ${say('retention.table.salon', { rate: formats.percent(salon) })}`,
      term: salon === null ? 'interval' : 'salonLine',
      width: '38%',
      value: (row) => (isTooFewVisits(row) ? undefined : (row.rate ?? undefined)),
      cell: (row) => (
        <div className={groups.rate}>
          <RateLine row={row} salon={salon} few={isTooFewVisits(row)} />
          <RateFigures row={row} />
        </div>
      ),
    },
    by === 'staff' && {
      id: 'same',
      label: say('rebooking.columns.same'),
      term: 'rebookedSame',
      numeric: true,
      value: (row) => (isTooFewVisits(row) ? undefined : (row.rateSame ?? undefined)),
      cell: (row) =>
        row.rateSame === null ? (
          <NoData />
        ) : (
          <>
            {formats.percent(row.rateSame)} (
            {opens(row, 'rebookedSame', row.rebookedSame ?? 0, say('rebooking.columns.same'))})
          </>
        ),
    },
    {
      id: 'kept',
      label: say('rebooking.columns.kept'),
      term: 'kept',
      numeric: true,
      value: (row) => row.keptRate ?? undefined,
      cell: (row) =>
        row.keptRate === null ? (
          '—'
        ) : (
          <>
            {formats.percent(row.keptRate)} ({opens(row, 'kept', row.kept, say('rebooking.columns.kept'))})
          </>
        ),
    },
  ]
  return columns.filter((column) => column !== false)
}
