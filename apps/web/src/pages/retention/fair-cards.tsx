import type { FairRow } from '../../api/types.ts'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { useTableModel } from '../../components/table/use-table-model.ts'
import classes from './fair.module.css'

interface Props {
  columns: TableColumn<FairRow>[]
  rows: readonly FairRow[]
  rowKey: (row: FairRow) => string
  sort: Sort
}

const NONE: readonly string[] = []
const FIGURES = ['raw', 'clients', 'expected', 'shrunk']

/** The same on a phone: a card for each master. */
export function FairCards({ columns, rows, rowKey, sort }: Props) {
  const { table, cellOf, columnOf } = useTableModel({ columns, rows, rowKey, hidden: NONE, sort })
  return (
    <ul className={classes.cards}>
      {table.getRowModel().rows.map(({ id, original }) => (
        <li key={id}>
          {cellOf('name', original)}
          <dl className={classes.figures}>
            {FIGURES.map((figure) => (
              <div key={figure}>
                <dt>{columnOf(figure)?.label}</dt>
                <dd>{cellOf(figure, original)}</dd>
              </div>
            ))}
          </dl>
          {cellOf('why', original)}
        </li>
      ))}
    </ul>
  )
}
