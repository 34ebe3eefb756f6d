import { Defined } from '../components/definition.tsx'
import { useText } from '../i18n/index.ts'
import classes from './at-risk.module.css'
import { PLOT } from './return-curve-chart.tsx'
import { seriesCss } from './series-colours.ts'

interface Props {
  /** the days that have a tick on the axis above */
  days: number[]
  end: number
  rows: { name: string; colour: number; counts: (string | null)[] }[]
}

/** How many clients are behind each curve at the days of the axis, standing under them. */
export function AtRisk({ days, end, rows }: Props) {
  const { say } = useText()
  return (
    <div className={classes.box}>
      <div className={classes.title}>
        <Defined of="atRisk">{say('curve.atRisk')}</Defined>
      </div>
      <table className={classes.table} aria-label={say('curve.atRisk')}>
        <thead className={classes.hidden}>
          <tr>
            <td />
            {days.map((day) => (
              <th key={day} scope="col">
                {say('curve.atRiskAt', { day })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" title={row.name}>
                <i style={{ background: seriesCss(row.colour) }} />
                <span className={classes.hidden}>{row.name}</span>
              </th>
              {days.map((day, index) => (
                <td
                  key={day}
                  style={{ left: `calc(${PLOT.left}px + (100% - ${PLOT.left + PLOT.right}px) * ${day / end})` }}
                >
                  {row.counts[index] ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
