import { type Day, parseDay } from '@comeback/retention'
import type { PreviousReport } from '../../api/types.ts'
import { Explained } from '../../components/definition.tsx'
import { asCalendar, useWords } from '../../i18n/period-words.ts'
import classes from './hero.module.css'

const day = (text: string): Day => parseDay(text)!

/** The period before, and whether the difference means anything. */
export function Change({ previous }: { previous: PreviousReport | null }) {
  const { say, formats, periods } = useWords()
  if (!previous || previous.total.rate === null || !previous.change) {
    return <p className={classes.text}>{say('retention.noPrevious')}</p>
  }
  const { difference, low, high, significant } = previous.change
  const period = periods.name(asCalendar({ from: day(previous.base.from), to: day(previous.base.to) }))
  const points = (value: number) => say('retention.points', { value: formats.points(value) })
  const verdict = significant ? (difference > 0 ? 'changeUp' : 'changeDown') : 'changeChance'
  const values = { change: points(difference), low: formats.points(low), high: points(high) }
  return (
    <p className={classes.text} data-verdict={verdict}>
      {say('retention.versus', { period, rate: formats.percent(previous.total.rate) })}{' '}
      <b>
        {significant && (difference > 0 ? '↑ ' : '↓ ')}
        <Explained of="change">{say(`retention.${verdict}`, values).replace(/\.\.$/, '.')}</Explained>
      </b>
    </p>
  )
}
