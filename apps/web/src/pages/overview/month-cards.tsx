import type { MonthHealth } from '../../api/types.ts'
import type { TableColumn } from '../../components/table/columns.ts'
import classes from './overview.module.css'

/** The months on a phone: a card each, the latest first. */
export function MonthCards({ months, columns }: { months: MonthHealth[]; columns: TableColumn<MonthHealth>[] }) {
  const [name, ...figures] = columns
  return (
    <ul className={classes.cards}>
      {months.toReversed().map((month) => (
        <li key={month.month}>
          <h3>{name!.cell(month)}</h3>
          <dl>
            {figures.map((figure) => (
              <div key={figure.id}>
                <dt>{figure.group ? `${figure.group}: ${figure.label}` : figure.label}</dt>
                <dd>{figure.cell(month)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
