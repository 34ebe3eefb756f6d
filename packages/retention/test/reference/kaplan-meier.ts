/** Days until something happened, or until we stopped looking. */
export interface Duration {
  t: number
  /** it happened on day t; otherwise censored there */
  event: boolean
}

const Z = 1.959963984540054

/** Product limit, Greenwood's variance and the log–log interval, one point per distinct t. */
export function kaplanMeier(durations: Duration[]) {
  const times = [...new Set(durations.map((one) => one.t))].sort((a, b) => a - b)
  let survival = 1
  let greenwood = 0
  const points = times.map((t) => {
    const atRisk = durations.filter((one) => one.t >= t).length
    const events = durations.filter((one) => one.t === t && one.event).length
    const censored = durations.filter((one) => one.t === t && !one.event).length
    survival *= (atRisk - events) / atRisk
    greenwood += events / (atRisk * (atRisk - events))
    const inside = survival > 0 && survival < 1
    // ln(−ln S) has the standard error √greenwood / |ln S|; the limits go back through S = exp(−exp(·)).
    const shift = (Z * Math.sqrt(greenwood)) / -Math.log(survival)
    const limit = (sign: number) => Math.exp(-Math.exp(Math.log(-Math.log(survival)) + sign * shift))
    return { t, atRisk, events, censored, survival, low: inside ? limit(1) : null, high: inside ? limit(-1) : null }
  })
  return { n: durations.length, events: durations.filter((one) => one.event).length, points }
}

/** Smallest t with S(t) ≤ 0.5 + 1e-9. */
export function median(durations: Duration[]): number | null {
  return kaplanMeier(durations).points.find((point) => point.survival <= 0.5 + 1e-9)?.t ?? null
}
