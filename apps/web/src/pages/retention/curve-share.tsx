import { useWords } from '../../i18n/period-words.ts'
import classes from './curve.module.css'
import type { CurveValue } from './curve-values.ts'

/** Share back by a day and its interval; `near` where not everyone has been watched that long. */
export function CurveShare({ value, near }: { value: CurveValue | null; near: boolean }) {
  const { say, formats } = useWords()
  if (!value) return <span className={classes.dim}>{say('curve.unknownYet')}</span>
  const { returned, low, high } = value
  return (
    <span className={classes.share}>
      <b>
        {near && '≈ '}
        {formats.percent(returned)}
      </b>
      <small>{low === null || high === null ? ' ' : formats.percents(low, high)}</small>
    </span>
  )
}
