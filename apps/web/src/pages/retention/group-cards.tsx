import type { Row } from '../../api/types.ts'
import type { Sort, TableColumn } from '../../components/table/columns.ts'
import { useTableModel } from '../../components/table/use-table-model.ts'
import { useWords } from '../../i18n/period-words.ts'
import { FairMark } from './fair-verdict.tsx'
import { RateFigures, RateLine } from './group-rate.tsx'
import classes from './group-tab.module.css'
import type { GroupTab } from './retention-search.ts'
import { isTooFew } from './too-few.ts'
import { useFairFindings } from './use-fair.ts'

interface Props {
  by: GroupTab
  total: Row
  rows: readonly Row[]
  columns: TableColumn<Row>[]
  sort: Sort
}

const NONE: readonly string[] = []
const FIGURES = ['served', 'returned', 'lost', 'returnedSame'] as const

/** Groups on a phone: a card each, the rate on the same axis, its numbers below. */
export function GroupCards({ by, total, rows, columns, sort }: Props) {
  const { say, formats } = useWords()
  const findings = useFairFindings(by === 'staff')
  const { table, cellOf, columnOf } = useTableModel({
    columns,
    rows,
    rowKey: (row) => row.key ?? '',
    hidden: NONE,
    sort,
  })
  return (
    <>
      {total.rate !== null && (
        <div className={classes.axisNote}>┆ {say('retention.table.salon', { rate: formats.percent(total.rate) })}</div>
      )}
      <ul className={classes.cards}>
        {table.getRowModel().rows.map(({ id, original }) => {
          const { row } = original
          return (
            <li key={id} className={classes.card} data-quiet={isTooFew(row) || undefined}>
              <div className={classes.top}>
                <span className={classes.name}>{row.key || say(`retention.table.nameless.${by}`)}</span>
                <RateFigures row={row} />
              </div>
              <div className={classes.rate}>
                <RateLine row={row} salon={total.rate} few={isTooFew(row)} />
              </div>
              <FairMark row={findings.get(row.key)} />
              {isTooFew(row) && <span className={classes.few}>{say('retention.tooFew')}</span>}
              <table className={classes.figures}>
                <thead>
                  <tr>
                    <td />
                    {FIGURES.map((figure) => (
                      <th key={figure} scope="col">
                        {columnOf(figure)?.label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {(['', 'new.'] as const).map((of) => (
                    <tr key={of}>
                      <th scope="row">{say(of === '' ? 'retention.table.shortAll' : 'retention.table.shortNew')}</th>
                      {FIGURES.map((figure) => (
                        <td key={figure}>{columnOf(of + figure) && cellOf(of + figure, original)}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
              <div className={classes.money}>
                {columnOf('revenue')?.label} <b>{cellOf('revenue', original)}</b> · {columnOf('averageTicket')?.label}{' '}
                <b>{cellOf('averageTicket', original)}</b>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
