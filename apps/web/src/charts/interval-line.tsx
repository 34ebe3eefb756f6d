import classes from './interval-line.module.css'

export type Tone = 'good' | 'bad' | 'plain' | 'quiet'

interface Props {
  rate: number
  low: number
  high: number
  /** the salon's rate, drawn as the line everything is compared with */
  salon?: number | null
  tone: Tone
}

const at = (share: number) => `${share * 100}%`

/** A rate with its interval on an axis from 0 to 100 %. The numbers stand beside it, so it is hidden from readers. */
export function IntervalLine({ rate, low, high, salon, tone }: Props) {
  return (
    <div className={classes.axis} data-tone={tone} aria-hidden>
      {salon != null && <i className={classes.salon} style={{ left: at(salon) }} />}
      <i className={classes.interval} style={{ left: at(low), width: at(high - low) }} />
      <i className={classes.rate} style={{ left: at(rate) }} />
    </div>
  )
}

/** Which side of the salon's line the whole interval lies on. */
export function toneOf(low: number, high: number, salon: number | null): Tone {
  if (salon === null) return 'plain'
  if (high < salon) return 'bad'
  return low > salon ? 'good' : 'plain'
}
