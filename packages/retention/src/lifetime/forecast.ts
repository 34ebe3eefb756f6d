import type { Day } from '../calendar.ts'
import type { VisitHistory } from '../visits.ts'
import { probabilityAlive } from './alive.ts'
import { ExpectedVisits, expectedVisits } from './expected-visits.ts'
import type { LifetimeModel } from './fit-lifetime.ts'
import { expectedTicket } from './gamma-gamma.ts'
import { DAYS_PER_WEEK, repeatStatistics } from './repeat-statistics.ts'
import { repeatTickets } from './tickets.ts'

const DAYS_PER_YEAR = 365
const WEEKS_PER_YEAR = DAYS_PER_YEAR / DAYS_PER_WEEK

export interface Prediction {
  /** probability that the client has not left for good, 0–1 */
  pAlive: number
  /** expected visits in the next 365 days */
  expectedVisits12m: number
}

export interface ClientForecast extends Prediction {
  /** expected revenue of these visits, minor units; `null` without a ticket model or where its mean does not exist */
  value12m: number | null
}

export interface ForecastOptions {
  /** minor units in a major one of the currency, 100 unless set; as in the fit */
  minorPerMajor?: number
  /** yearly rate at which the value of later visits is discounted, such as 0.1; 0 unless set */
  discountRate?: number
}

/** What the model expects of a client with x repeat visits, the last at tx, first seen T weeks ago (weeks). */
export function predict(model: LifetimeModel, x: number, tx: number, T: number): Prediction {
  return {
    pAlive: probabilityAlive(model.kind, model, x, tx, T),
    expectedVisits12m: expectedVisits(model.kind, model, x, tx, T, WEEKS_PER_YEAR),
  }
}

/**
 * Forecast of every client known at the end of `asOf`, by client number; clients without a visit by then have none.
 * Clients of one age and number of visits share most of the work.
 */
export function forecastClients(
  visits: VisitHistory,
  asOf: Day,
  model: LifetimeModel,
  { minorPerMajor = 100, discountRate = 0 }: ForecastOptions = {},
): Map<number, ClientForecast> {
  const { client, x, tx, T } = repeatStatistics(visits, asOf)
  const { count, mean } = repeatTickets(visits, asOf, minorPerMajor)
  const year = new ExpectedVisits(model.kind, model, WEEKS_PER_YEAR)
  const discounted = discountRate === 0 ? null : new DiscountedVisits(model, discountRate)
  const forecasts = new Map<number, ClientForecast>()
  for (let i = 0; i < client.length; i++) {
    const history = [x[i]!, tx[i]!, T[i]!] as const
    const pAlive = probabilityAlive(model.kind, model, ...history)
    const expectedVisits12m = year.of(...history)
    const worthVisits = discounted ? discounted.of(...history) : expectedVisits12m
    const ticket = ticketOf(model, count[client[i]!]!, mean[client[i]!]!)
    const value12m = ticket === null ? null : worthVisits * ticket * minorPerMajor
    forecasts.set(client[i]!, { pAlive, expectedVisits12m, value12m })
  }
  return forecasts
}

function ticketOf({ p, q, gamma }: LifetimeModel, tickets: number, mean: number): number | null {
  return p === null || q === null || gamma === null ? null : expectedTicket({ p, q, gamma }, tickets, mean)
}

/** Expected visits of the next year, each worth less by the yearly rate; those of a month at its middle. */
class DiscountedVisits {
  private readonly untilMonth: ExpectedVisits[]
  private readonly rate: number

  constructor(model: LifetimeModel, rate: number) {
    this.rate = rate
    this.untilMonth = Array.from(
      { length: 12 },
      (_, i) => new ExpectedVisits(model.kind, model, (WEEKS_PER_YEAR * (i + 1)) / 12),
    )
  }

  of(x: number, tx: number, T: number): number {
    let visits = 0
    let sum = 0
    for (const [i, month] of this.untilMonth.entries()) {
      const until = month.of(x, tx, T)
      sum += (until - visits) * (1 + this.rate) ** -((i + 0.5) / 12)
      visits = until
    }
    return sum
  }
}
