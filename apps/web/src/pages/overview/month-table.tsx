import { healthExport } from '../../api/export-links.ts'
import type { MonthHealth } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import { Card } from '../../components/card.tsx'
import { ColumnPicker, useHiddenColumns } from '../../components/table/column-picker.tsx'
import { DataTable } from '../../components/table/data-table.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useIsPhone } from '../../components/use-is-phone.ts'
import { useWords } from '../../i18n/period-words.ts'
import { capitalised, firstDay } from './month.ts'
import { MonthCards } from './month-cards.tsx'
import { useMonthColumns } from './month-columns.tsx'
import classes from './overview.module.css'
import { useOverview } from './use-overview.ts'

/** The numbers behind the pictures, and what could be misread in them. */
export function MonthTable({ months }: { months: MonthHealth[] }) {
  const { say, formats, language } = useWords()
  const { dataThrough, settings } = useWorkspace()
  const { span, sort, onSort } = useOverview()
  const phone = useIsPhone()
  const columns = useMonthColumns()
  const [hidden, setHidden] = useHiddenColumns('months', ['revenue.regular', 'averageTicket.returning'])
  const title = say('overview.table.title')
  const unfinished = months.find(({ partial }) => partial)
  const notes = [
    say('overview.notes.regular', { visit: settings.regularFromVisit }),
    unfinished &&
      dataThrough &&
      say('overview.notes.partial', {
        month: capitalised(formats.month(firstDay(unfinished.month)), language),
        date: formats.date(dataThrough),
      }),
    months.some(({ mayNotBeNew }) => mayNotBeNew) && say('overview.notes.mayNotBeNew'),
  ]
  return (
    <>
      <div className={classes.tools}>
        <h2>{title}</h2>
        <div data-print="no">
          {!phone && <ColumnPicker columns={columns} hidden={hidden} onHide={setHidden} />}
          <ExportMenu linkTo={(format) => healthExport(span, format, language)} />
        </div>
      </div>
      <Card flush label={title}>
        {phone ? (
          <MonthCards months={months} columns={columns} />
        ) : (
          <DataTable
            label={title}
            columns={columns}
            rows={months}
            rowKey={({ month }) => month}
            hidden={hidden}
            sort={sort}
            onSort={onSort}
            quietRow={({ partial }) => partial}
          />
        )}
        <p className={classes.note}>{notes.filter(Boolean).join(' ')}</p>
      </Card>
    </>
  )
}
