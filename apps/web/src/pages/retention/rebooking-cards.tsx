import type { RebookingGrouping, RebookingRow } from '../../api/types.ts'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { useTableModel } from '../../components/table/use-table-model.ts'
import { useWords } from '../../i18n/period-words.ts'
import { RateFigures, RateLine } from './group-rate.tsx'
import groups from './group-tab.module.css'
import classes from './rebooking.module.css'
import { useRebookingName } from './rebooking-columns.tsx'
import { isTooFewVisits } from './rebooking-values.ts'

interface Props {
  by: RebookingGrouping
  salon: number | null
  columns: TableColumn<RebookingRow>[]
  rows: readonly RebookingRow[]
  sort: Sort
  rowKey: (row: RebookingRow) => string
}

const NONE: readonly string[] = []
const FIGURES = ['visits', 'rebooked', 'notRebooked', 'same', 'kept']

/** The rows on a phone: a card each, the rate on the axis they share, its numbers below. */
export function RebookingCards({ by, salon, columns, rows, sort, rowKey }: Props) {
  const { say, formats } = useWords()
  const nameOf = useRebookingName(by)
  const { table, cellOf } = useTableModel({ columns, rows, rowKey, hidden: NONE, sort })
  const axis = by === 'bookedBy' ? null : salon
  return (
    <>
      {axis !== null && (
        <div className={groups.axisNote}>┆ {say('retention.table.salon', { rate: formats.percent(axis) })}</div>
      )}
      <ul className={groups.cards}>
        {table.getRowModel().rows.map(({ id, original }) => {
          const { row } = original
          return (
            <li key={id} className={groups.card} data-quiet={isTooFewVisits(row) || undefined}>
              <div className={groups.top}>
                <span className={groups.name}>{nameOf(row)}</span>
                <RateFigures row={row} />
              </div>
              <RateLine row={row} salon={axis} few={isTooFewVisits(row)} />
              {isTooFewVisits(row) && <span className={groups.few}>{say('retention.tooFew')}</span>}
              <dl className={classes.figures}>
                {columns
                  .filter((column) => FIGURES.includes(column.id))
                  .map((column) => (
                    <div key={column.id}>
                      <dt>{column.label}</dt>
                      <dd>{cellOf(column.id, original)}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          )
        })}
      </ul>
    </>
  )
}
