import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { MonthHealth } from '../../api/types.ts'
import type { TableColumn } from '../../components/table/columns.ts'
import { useWords } from '../../i18n/period-words.ts'
import { capitalised, firstDay } from './month.ts'
import classes from './overview.module.css'

/** The months on a phone: a line each, the latest first, that opens into its numbers; on paper all are open. */
export function MonthCards({ months, columns }: { months: MonthHealth[]; columns: TableColumn<MonthHealth>[] }) {
  const { say, formats, language } = useWords()
  const figures = columns.filter(({ id }) => id !== 'month')
  return (
    <ul className={classes.cards}>
      {months.toReversed().map((month, index) => (
        <li key={month.month}>
          <details open={index === 0 || undefined}>
            <summary>
              <b>{capitalised(formats.month(firstDay(month.month)), language)}</b>
              <span>
                {say('common.clients', { count: month.served })}
                {month.partial && `, ${say('overview.partialShort')}`}
              </span>
            </summary>
            <dl>
              {figures.map((figure) => (
                <div key={figure.id}>
                  <dt>{figure.group ? `${figure.group}: ${figure.label}` : figure.label}</dt>
                  <dd>{figure.cell(month)}</dd>
                </div>
              ))}
            </dl>
            <Link
              to="/retention"
              search={{ base: month.month, return: 'next' }}
              className={classes.link!}
              data-print="no"
            >
              {say('overview.lead.link')} <IconArrowRight size={16} aria-hidden />
            </Link>
          </details>
        </li>
      ))}
    </ul>
  )
}
