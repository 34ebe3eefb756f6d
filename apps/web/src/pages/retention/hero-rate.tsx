import type { Report } from '../../api/types.ts'
import { Definition } from '../../components/definition.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './hero.module.css'
import { isTooFew } from './too-few.ts'

/** The big number; while time is not over there is no rate, only who is back so far and when it closes. */
export function HeroRate({ report }: { report: Report }) {
  const { say, formats } = useWords()
  const { total } = report
  if (total.rate === null || total.rateLow === null || total.rateHigh === null) {
    const [returned, served] = [formats.number(total.returned), formats.number(total.served)]
    return (
      <>
        <div className={classes.soFar}>{say('retention.soFar', { returned, served })}</div>
        <p className={classes.text}>
          {say('retention.soFarText', { date: formats.date(report.closesOn) })}{' '}
          {say('retention.stillOpen', { open: formats.number(total.open) })}
        </p>
      </>
    )
  }
  const few = isTooFew(total)
  return (
    <>
      <div className={classes.big} data-few={few || undefined}>
        {formats.percent(total.rate)}
        <small title={say('retention.interval')}>
          {formats.percents(total.rateLow, total.rateHigh)}
          <Definition of="interval" />
        </small>
      </div>
      {few && <p className={classes.text}>{say('retention.tooFewHint')}</p>}
    </>
  )
}
