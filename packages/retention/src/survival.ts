import { Z95 } from './interval.ts'

/** Subjects whose watching ends at time `t`: by the event, or without it. */
export interface Ends {
  t: number
  events: number
  censored: number
}

export interface SurvivalPoint extends Ends {
  /** subjects watched up to `t` and without the event before it */
  atRisk: number
  /** share without the event up to and including `t`, 0–1 */
  survival: number
  /** 95 % limits of `survival`; `null` where it is 0 or 1 */
  low: number | null
  high: number | null
}

export interface SurvivalCurve {
  /** subjects */
  n: number
  /** those of them with the event */
  events: number
  /** one for each distinct time, ascending, times of nothing but censoring included */
  points: SurvivalPoint[]
}

/** Slack of the median: the product S may miss an exact half by rounding. */
const HALF = 0.5 + 1e-9

/**
 * Kaplan–Meier curve of `times` (any unit) with `events` 1 where the event was seen and 0 where the subject was
 * censored, Greenwood variance and log–log limits: R `survival::survfit(conf.type = "log-log")`. At a time with
 * both, censored subjects are at risk for its events. No subjects: n is 0 and there are no points.
 */
export function kaplanMeier(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalCurve {
  const ends = new Map<number, Ends>()
  for (let i = 0; i < times.length; i++) {
    const t = times[i]!
    let end = ends.get(t)
    if (!end) {
      end = { t, events: 0, censored: 0 }
      ends.set(t, end)
    }
    if (events[i] === 0) end.censored++
    else end.events++
  }
  return productLimit([...ends.values()].sort((a, b) => a.t - b.t))
}

/** The curve of {@link kaplanMeier} from subjects already counted by distinct, ascending time. */
export function productLimit(ends: readonly Ends[]): SurvivalCurve {
  const n = ends.reduce((sum, { events, censored }) => sum + events + censored, 0)
  let atRisk = n
  let survival = 1
  let greenwood = 0
  const points = ends.map(({ t, events, censored }) => {
    survival *= (atRisk - events) / atRisk
    greenwood += events / (atRisk * (atRisk - events))
    const point = { t, atRisk, events, censored, survival, ...logLogLimits(survival, greenwood) }
    atRisk -= events + censored
    return point
  })
  return { n, events: ends.reduce((sum, { events }) => sum + events, 0), points }
}

/** S^exp(±z·se), se the standard error of ln(−ln S) by Greenwood's sum (Kalbfleisch & Prentice 2002, §1.4). */
function logLogLimits(survival: number, greenwood: number): Pick<SurvivalPoint, 'low' | 'high'> {
  if (survival === 0 || survival === 1) return { low: null, high: null }
  const hazard = -Math.log(survival)
  const spread = Math.exp((Z95 * Math.sqrt(greenwood)) / hazard)
  return { low: Math.exp(-hazard * spread), high: Math.exp(-hazard / spread) }
}

/** Smallest time by which half have had the event (S ≤ 0.5), `null` when the curve never comes down to it. */
export function medianTime(curve: SurvivalCurve): number | null {
  return curve.points.find(({ survival }) => survival <= HALF)?.t ?? null
}
