import type { Outcome, Row } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { CountButton } from '../../components/count-button.tsx'
import type { Term } from '../../components/definition.tsx'
import { NoData } from '../../components/no-data.tsx'
import type { TableColumn } from '../../components/table/columns.ts'
import { useWords } from '../../i18n/period-words.ts'
import { FairMark } from './fair-verdict.tsx'
import { RateFigures, RateLine } from './group-rate.tsx'
import classes from './group-tab.module.css'
import type { GroupTab } from './retention-search.ts'
import { isTooFew } from './too-few.ts'
import { useFairFindings } from './use-fair.ts'
import { useRetention } from './use-retention.ts'

/** Columns of a table of groups: all clients and of them the new ones, the rate on one axis, money. */
export function useGroupColumns(by: GroupTab, total: Row | null): TableColumn<Row>[] {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  const { change } = useRetention()
  const findings = useFairFindings(by === 'staff')
  const salon = total?.rate ?? null
  const nameOf = (row: Row) => row.key || say(`retention.table.nameless.${by}`)
  const money = (minor: number | null) => (minor === null ? <NoData /> : formats.money(minor, currency))

  const count = (outcome: Outcome, label: string, term: Term | null, of: 'all' | 'new'): TableColumn<Row> => {
    const countOf = (row: Row) => (of === 'new' && outcome in row.new ? row.new[outcome as 'lost'] : row[outcome])
    return {
      id: of === 'new' ? `new.${outcome}` : outcome,
      label,
      ...(term ? { term } : {}),
      numeric: true,
      group: say(of === 'new' ? 'retention.table.ofNew' : 'retention.table.all'),
      value: countOf,
      cell: (row) => (
        <CountButton
          count={countOf(row)}
          what={`${nameOf(row)}, ${label}`}
          quiet={of === 'new'}
          onOpen={() => change({ people: outcome, of: row.key ?? '', new: of === 'new' || undefined })}
        />
      ),
    }
  }

  const columns: TableColumn<Row>[] = [
    {
      id: 'name',
      label: say(`retention.filter.${by}`),
      fixed: true,
      value: nameOf,
      cell: (row) => (
        <span className={classes.name}>
          {nameOf(row)}
          {isTooFew(row) && <span className={classes.few}>{say('retention.tooFew')}</span>}
          <FairMark row={findings.get(row.key)} />
        </span>
      ),
    },
    count('served', say('retention.table.served'), 'served', 'all'),
    count('returned', say('retention.table.returned'), 'returned', 'all'),
    count('returnedSame', say(`retention.table.returnedSame.${by}`), 'returnedSame', 'all'),
    count('missed', say('retention.outcome.missed'), 'missed', 'all'),
    count('outside', say('retention.outcome.outside'), 'outside', 'all'),
    count('booked', say('retention.outcome.booked'), 'booked', 'all'),
    count('lost', say('retention.table.lost'), 'lost', 'all'),
    count('served', say('retention.table.served'), 'newness', 'new'),
    count('returned', say('retention.table.returned'), null, 'new'),
    count('lost', say('retention.table.lost'), null, 'new'),
    {
      id: 'rate',
      label:
        salon === null
          ? say('retention.table.rate')
          : `${say('retention.table.rate')} · ${say('retention.table.salon', { rate: formats.percent(salon) })}`,
      term: 'salonLine',
      width: '26%',
      numeric: false,
      value: (row) => (isTooFew(row) ? undefined : (row.rate ?? undefined)),
      cell: (row) => (
        <div className={classes.rate}>
          <RateLine row={row} salon={salon} few={isTooFew(row)} />
          <RateFigures row={row} />
        </div>
      ),
    },
    {
      id: 'revenue',
      label: say('retention.table.revenue'),
      term: 'revenue',
      numeric: true,
      value: (row) => row.revenue ?? undefined,
      cell: (row) => money(row.revenue),
    },
    {
      id: 'averageTicket',
      label: say('retention.table.averageTicket'),
      term: 'averageTicket',
      numeric: true,
      value: (row) => row.averageTicket ?? undefined,
      cell: (row) => money(row.averageTicket),
    },
    {
      id: 'visits',
      label: say('retention.table.visits'),
      term: 'visits',
      numeric: true,
      value: (row) => row.visits,
      cell: (row) => formats.number(row.visits),
    },
  ]
  return columns
}
