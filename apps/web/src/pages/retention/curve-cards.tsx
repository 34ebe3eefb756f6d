import type { CurveGroup } from '../../api/types.ts'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { useTableModel } from '../../components/table/use-table-model.ts'
import classes from './curve.module.css'

interface Props {
  columns: TableColumn<CurveGroup>[]
  rows: readonly CurveGroup[]
  rowKey: (group: CurveGroup) => string
  sort: Sort
  isFew: (group: CurveGroup) => boolean
}

const NONE: readonly string[] = []
const FIGURES = ['n', 'events', 'median']
const SHARES = ['d30', 'd45', 'd60', 'd90']

/** The same numbers on a phone: a card for each group. */
export function CurveCards({ columns, rows, rowKey, sort, isFew }: Props) {
  const { table, cellOf, columnOf } = useTableModel({ columns, rows, rowKey, hidden: NONE, sort })
  const figures = (ids: string[], boxed: { row: CurveGroup }) => (
    <dl className={classes.figures}>
      {ids.map((id) => (
        <div key={id}>
          <dt>{columnOf(id)?.label}</dt>
          <dd>{cellOf(id, boxed)}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <ul className={classes.cards}>
      {table.getRowModel().rows.map(({ id, original }) => (
        <li key={id} data-quiet={isFew(original.row) || undefined}>
          {cellOf('name', original)}
          {figures(FIGURES, original)}
          {figures(SHARES, original)}
        </li>
      ))}
    </ul>
  )
}
