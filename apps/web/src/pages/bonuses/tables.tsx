import type { ReactNode } from 'react'
import { bonusExport } from '../../api/bonuses.ts'
import type { BonusLiability } from '../../api/types.ts'
import { useWorkspace } from '../../app/workspace-context.tsx'
import classes from '../../components/bonuses/bonuses.module.css'
import { Card } from '../../components/card.tsx'
import { ExportMenu } from '../../components/table/export-menu.tsx'
import { useWords } from '../../i18n/period-words.ts'

const firstDay = (month: string) => `${month}-01`

/** The name of a table, and its file. */
function Heading({ table, children }: { table: 'expiry' | 'months'; children: ReactNode }) {
  const { language } = useWords()
  return (
    <div className={classes.top}>
      <h2 className={classes.heading}>{children}</h2>
      <ExportMenu linkTo={(format) => bonusExport(table, format, language)} />
    </div>
  )
}

/** What is owed by the month it ends in. */
export function ExpiryTable({ byExpiry }: Pick<BonusLiability, 'byExpiry'>) {
  const { say, formats } = useWords()
  const { currency } = useWorkspace()
  return (
    <Card label={say('bonuses.byExpiry')}>
      <Heading table="expiry">{say('bonuses.byExpiry')}</Heading>
      <table className={classes.table}>
        <tbody>
          {byExpiry.map(({ month, points, minor }) => (
            <tr key={month}>
              <th scope="row">{month === null ? say('bonuses.never') : formats.month(firstDay(month))}</th>
              <td>{say('bonuses.count', { count: points })}</td>
              <td>{formats.money(minor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** What became of bonuses, month by month. */
export function MonthTable({ months }: Pick<BonusLiability, 'months'>) {
  const { say, formats } = useWords()
  return (
    <Card label={say('bonuses.months')}>
      <Heading table="months">{say('bonuses.months')}</Heading>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['month', 'given', 'redeemed', 'expired'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`bonuses.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, given, redeemed, expired }) => (
            <tr key={month}>
              <th scope="row">{formats.shortMonthYear(firstDay(month))}</th>
              <td>{formats.number(given)}</td>
              <td>{formats.number(redeemed)}</td>
              <td>{formats.number(expired)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
