import type { Day } from '../calendar.ts'
import type { VisitHistory } from '../visits.ts'
import { ExpectedVisits } from './expected-visits.ts'
import { fitLifetime, type LifetimeOptions, type NoLifetimeModel } from './fit-lifetime.ts'
import { DAYS_PER_WEEK, repeatStatistics } from './repeat-statistics.ts'

/** A miss by more than this share of what happened, and by more than chance, makes the model unfit to be shown. */
const TOLERATED_MISS = 0.25
const CHANCE = 3

/** "Predicted 412 visits in the last 90 days, 405 happened." */
export interface HoldOut {
  /** first and last day of the visits held out */
  from: Day
  to: Day
  /** clients known before, whose visits are counted */
  clients: number
  predicted: number
  happened: number
  /** the prediction is off by more than a quarter and by more than three standard deviations of a Poisson count */
  misses: boolean
}

/**
 * Checks the model on the salon's own data: fitted to what was known `days` before `asOf`, it predicts the visits of
 * the clients known then, which are compared with those that happened since.
 */
export function holdOut(
  visits: VisitHistory,
  asOf: Day,
  { days = 90, ...options }: LifetimeOptions & { days?: number } = {},
): HoldOut | NoLifetimeModel {
  const before = asOf - days
  const model = fitLifetime(visits, before, options)
  if ('reason' in model) return model
  const { client, x, tx, T } = repeatStatistics(visits, before)
  const later = repeatStatistics(visits, asOf)
  const repeatsLater = new Map<number, number>()
  later.client.forEach((each, i) => {
    repeatsLater.set(each, later.x[i]!)
  })
  const expected = new ExpectedVisits(model.kind, model, days / DAYS_PER_WEEK)
  let predicted = 0
  let happened = 0
  for (let i = 0; i < client.length; i++) {
    predicted += expected.of(x[i]!, tx[i]!, T[i]!)
    happened += repeatsLater.get(client[i]!)! - x[i]!
  }
  const miss = Math.abs(predicted - happened)
  const misses = miss > TOLERATED_MISS * happened && miss > CHANCE * Math.sqrt(Math.max(predicted, happened))
  return { from: before + 1, to: asOf, clients: client.length, predicted, happened, misses }
}
