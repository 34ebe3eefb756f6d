import { type Cadence, type Day, revenueAt, type Visits } from '@comeback/retention'
import type { Birthday } from '../../birthday.ts'

/** What conditions are asked of: the visits, and what is known of each client at the end of a day. */
export interface Facts {
  visits: Visits
  asOf: Day
  cadence: Cadence
  /** id in the book of each client */
  clientIds: Int32Array
  /** first row of the last visit, its main line; −1 without a visit yet */
  lastRow: Int32Array
  /** distinct days with a visit */
  count: Uint32Array
  /** minor units; NaN when no price is known */
  revenue: Float64Array
  /** revenue ÷ visits with a known price */
  ticket: Float64Array
  /** points that can be used */
  bonus: Float64Array
  /** of the last answer to the survey, 0 to 10; NaN without one */
  surveyScore: Float64Array
  /** the salon's own day of it */
  surveyDay: Float64Array
  /** NO_BIRTHDAY unknown */
  birthday: ArrayLike<Birthday>
  /** the day it is now, however far the visits are known */
  today: Day
}

/** What is known of clients besides their visits, as of today; nothing is where no rule asks for it. */
export interface Besides {
  today: Day
  /** points by number in the book; clients with none are missing */
  balances: ReadonlyMap<number, number>
  /** last answers to the survey, by number in the book */
  surveys: ReadonlyMap<number, { score: number; day: Day }>
  /** of each client of the columns */
  birthdays: ArrayLike<Birthday>
}

interface Known {
  visits: Visits
  clientIds: Int32Array
  cadence(asOf: Day): Cadence
}

/** One pass over the visits up to a day: the same numbers as {@link summariseClient} has, for all clients at once. */
export function factsOf({ visits, clientIds, cadence }: Known, asOf: Day, besides: Partial<Besides> = {}): Facts {
  const { today = asOf, balances = new Map(), surveys = new Map(), birthdays } = besides
  const { clients, clientStart, day } = visits
  const lastRow = new Int32Array(clients).fill(-1)
  const count = new Uint32Array(clients)
  const revenue = new Float64Array(clients).fill(Number.NaN)
  const ticket = new Float64Array(clients).fill(Number.NaN)
  for (let client = 0; client < clients; client++) {
    const end = clientStart[client + 1]!
    let last = -1
    let days = 0
    let sum = 0
    let priced = 0
    let pricedDay: Day | null = null
    for (let row = clientStart[client]!; row < end && day[row]! <= asOf; row++) {
      if (last < 0 || day[row] !== day[last]) {
        last = row
        days++
      }
      const amount = revenueAt(visits, row)
      if (Number.isNaN(amount)) continue
      sum += amount
      if (pricedDay !== day[row]) priced++
      pricedDay = day[row]!
    }
    lastRow[client] = last
    count[client] = days
    if (priced === 0) continue
    revenue[client] = sum
    ticket[client] = sum / priced
  }
  const bonus = Float64Array.from(clientIds, (id) => balances.get(id) ?? 0)
  const surveyScore = Float64Array.from(clientIds, (id) => surveys.get(id)?.score ?? Number.NaN)
  const surveyDay = Float64Array.from(clientIds, (id) => surveys.get(id)?.day ?? Number.NaN)
  const birthday = birthdays ?? new Int32Array(clients)
  const known = { clientIds, lastRow, count, revenue, ticket, bonus, surveyScore, surveyDay, birthday, today }
  return { visits, asOf, cadence: cadence(asOf), ...known }
}
