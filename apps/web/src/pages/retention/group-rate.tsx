import type { Row } from '../../api/types.ts'
import { IntervalLine, toneOf } from '../../charts/interval-line.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './group-tab.module.css'

type Rate = Pick<Row, 'rate' | 'rateLow' | 'rateHigh'>

/** A group's rate in figures; a dash while there is none. */
export function RateFigures({ row }: { row: Rate }) {
  const { formats } = useWords()
  if (row.rate === null || row.rateLow === null || row.rateHigh === null) return <span className={classes.dim}>—</span>
  return (
    <span className={classes.numbers}>
      <b>{formats.percent(row.rate)}</b> <small>{formats.percents(row.rateLow, row.rateHigh)}</small>
    </span>
  )
}

/** The same on the axis all rows share, against the salon's line. */
export function RateLine({ row, salon, few }: { row: Rate; salon: number | null; few: boolean }) {
  if (row.rate === null || row.rateLow === null || row.rateHigh === null) return null
  const tone = few ? 'quiet' : toneOf(row.rateLow, row.rateHigh, salon)
  return <IntervalLine rate={row.rate} low={row.rateLow} high={row.rateHigh} salon={salon} tone={tone} />
}
