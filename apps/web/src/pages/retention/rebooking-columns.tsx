import type { RebookingGrouping, RebookingRow } from '../../api/types.ts'
import { NoData } from '../../components/no-data.tsx'
import type { TableColumn } from '../../components/table/columns.ts'
import { useWords } from '../../i18n/period-words.ts'
import { RateFigures, RateLine } from './group-rate.tsx'
import groups from './group-tab.module.css'
import { isTooFewVisits } from './rebooking-values.ts'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const ORDER: readonly (string | null)[] = WEEKDAYS

/** What a row is called; weekdays and newness have keys, the rest names of the salon. */
export function useRebookingName(by: RebookingGrouping): (row: RebookingRow) => string {
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
      cell: (row) => formats.number(row.visits),
    },
    {
      id: 'rebooked',
      label: say('rebooking.columns.rebooked'),
      term: ofAll ? 'bookedBy' : 'rebooking',
      numeric: true,
      value: (row) => row.rebooked,
      cell: (row) => formats.number(row.rebooked),
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
      cell: ({ rateSame }) => (rateSame === null ? <NoData /> : formats.percent(rateSame)),
    },
    {
      id: 'kept',
      label: say('rebooking.columns.kept'),
      term: 'kept',
      numeric: true,
      value: (row) => row.keptRate ?? undefined,
      cell: ({ kept, keptRate }) =>
        keptRate === null ? '—' : `${formats.percent(keptRate)} (${formats.number(kept)})`,
    },
  ]
  return columns.filter((column) => column !== false)
}
