import { type Day, dayOf, formatDay, NO_DAY } from './calendar.ts'
import { firstRowFrom } from './columns.ts'
import { groupsOf } from './grouping.ts'
import { hasFutureAppointment } from './held.ts'
import type { Visits } from './visits.ts'

/** Where a client stands against their own rhythm (METRICS §6). */
export const CADENCE_STATES = ['booked', 'active', 'due', 'atRisk', 'longOverdue'] as const
export type CadenceState = (typeof CADENCE_STATES)[number]

/** `overdue` up to which a client is active, due, at risk. */
export interface CadenceThresholds {
  active: number
  due: number
  atRisk: number
}

export const DEFAULT_THRESHOLDS: CadenceThresholds = { active: 1.25, due: 2, atRisk: 3 }

/** Weight of the pooled rhythm in a service's mean, and of the service's mean in a client's, in gaps. */
const POOL_WEIGHT = 20
const SERVICE_WEIGHT = 2
const LONGEST_POOLED_GAP = 180

/** The salon's pooled rhythm as known at the end of `asOf`. */
export interface Cadence {
  asOf: Day
  /** mean log gap (days) by entry of the service dictionary; `null` when no gap ≤ the horizon is finished */
  meanLogGap: Float64Array | null
  /** the history is shorter than 8 months: long rhythms cannot be known yet */
  shortHistory: boolean
  /** where states begin and end */
  thresholds: CadenceThresholds
}

export interface ClientCadence {
  /** days between visits to be expected of this client; `null` without a pooled rhythm */
  expectedGap: number | null
  expectedOn: Day | null
  /** days since the last visit ÷ expectedGap */
  overdue: number | null
  state: CadenceState | null
}

/**
 * Pools the rhythm of the salon and of each service (METRICS §6): mean log gap under the Kaplan–Meier curve of the
 * time from a visit to the same client's next one, censored at `asOf` and cut at 80 % of the history (at most 180
 * days); a service's is shrunk towards the salon's by 20 gaps.
 */
export function cadenceOf(visits: Visits, asOf: Day, thresholds = DEFAULT_THRESHOLDS): Cadence {
  const history = visits.firstDay === NO_DAY ? 0 : asOf - visits.firstDay
  const horizon = Math.min(LONGEST_POOLED_GAP, Math.floor(0.8 * history))
  const services = groupsOf(visits, 'service', { kind: 'span', from: asOf, to: asOf })
  if (services.level !== 'line') throw new TypeError('services are a dimension of lines')
  const shortHistory = visits.firstDay === NO_DAY || addMonths(visits.firstDay, 8) > asOf
  if (horizon < 1) return { asOf, meanLogGap: null, shortHistory, thresholds }

  const gaps = countGaps(visits, asOf, services.of, services.names.length, horizon)
  const pooled = meanLogTime(sumOver(gaps.finished, gaps.width), sumOver(gaps.open, gaps.width))
  if (pooled === null) return { asOf, meanLogGap: null, shortHistory, thresholds }
  const byService = services.names.map((_, service) => {
    const ofService = (table: Uint32Array) => table.subarray(service * gaps.width, (service + 1) * gaps.width)
    const own = ofService(gaps.finished)
    const mean = meanLogTime(own, ofService(gaps.open))
    const finished = own.subarray(0, horizon + 1).reduce((sum, count) => sum + count, 0)
    return mean === null ? pooled : (finished * mean + POOL_WEIGHT * pooled) / (finished + POOL_WEIGHT)
  })
  const meanLogGap = Float64Array.from(services.of, (service) => byService[service]!)
  return { asOf, meanLogGap, shortHistory, thresholds }
}

/** One client against the pooled rhythm; the client must have a visit on or before the as-of date. */
export function clientCadence(visits: Visits, cadence: Cadence, client: number): ClientCadence {
  const { asOf, meanLogGap, thresholds } = cadence
  const booked = hasFutureAppointment(visits, client, asOf)
  if (!meanLogGap) return { expectedGap: null, expectedOn: null, overdue: null, state: booked ? 'booked' : null }
  let gaps = 0
  let sum = 0
  let last = visits.clientStart[client]!
  for (let row = last + 1; row < visits.clientStart[client + 1]! && visits.day[row]! <= asOf; row++) {
    if (visits.day[row] === visits.day[last]) continue
    sum += Math.log(visits.day[row]! - visits.day[last]!)
    gaps++
    last = row
  }
  const rhythm = meanLogGap[visits.service[last]!]!
  const expectedGap = Math.exp((sum + SERVICE_WEIGHT * rhythm) / (gaps + SERVICE_WEIGHT))
  const overdue = (asOf - visits.day[last]!) / expectedGap
  return {
    expectedGap,
    expectedOn: visits.day[last]! + Math.round(expectedGap),
    overdue,
    state: booked ? 'booked' : stateOf(overdue, thresholds),
  }
}

function stateOf(overdue: number, { active, due, atRisk }: CadenceThresholds): CadenceState {
  if (overdue <= active) return 'active'
  if (overdue <= due) return 'due'
  return overdue <= atRisk ? 'atRisk' : 'longOverdue'
}

/** Gaps after the visits ≤ asOf by service and length; the last of the `width` entries of a service are all longer ones. */
interface Gaps {
  width: number
  /** ended by the client's next visit */
  finished: Uint32Array
  /** not ended by the as-of date */
  open: Uint32Array
}

/** `serviceOf` says the service of each entry of the dictionary; gaps up to the horizon are told apart. */
function countGaps(visits: Visits, asOf: Day, serviceOf: Int32Array, services: number, horizon: number): Gaps {
  const { clientStart, lastDay, day, service } = visits
  const width = horizon + 2
  const finished = new Uint32Array(services * width)
  const open = new Uint32Array(services * width)
  const offset = serviceOf.map((each) => each * width)
  for (let client = 0; client < visits.clients; client++) {
    const begin = clientStart[client]!
    const rows = clientStart[client + 1]!
    if (begin === rows || day[begin]! > asOf) continue
    const end = lastDay[client]! <= asOf ? rows : firstRowFrom(day, begin, rows, asOf + 1)
    let last = day[begin]!
    let ofService = offset[service[begin]!]!
    for (let row = begin + 1; row < end; row++) {
      const gap = day[row]! - last
      if (gap === 0) continue
      finished[ofService + Math.min(gap, width - 1)]!++
      last = day[row]!
      ofService = offset[service[row]!]!
    }
    open[ofService + Math.min(asOf - last, width - 1)]!++
  }
  return { width, finished, open }
}

/**
 * Σ ln t·ΔF(t) / F over the Kaplan–Meier F of the finished gaps t ≥ 1 of the table, the last entry being longer than
 * all. `null` without a finished one.
 */
function meanLogTime(finished: Uint32Array, open: Uint32Array): number | null {
  const longest = finished.length - 2
  let atRisk = 0
  for (let t = 1; t < finished.length; t++) atRisk += finished[t]! + open[t]!
  let survival = 1
  let weighted = 0
  for (let t = 1; t <= longest; t++) {
    if (finished[t]! > 0) {
      const drop = (survival * finished[t]!) / atRisk
      weighted += Math.log(t) * drop
      survival -= drop
    }
    atRisk -= finished[t]! + open[t]!
  }
  return survival === 1 ? null : weighted / (1 - survival)
}

function sumOver(table: Uint32Array, width: number): Uint32Array {
  const sum = new Uint32Array(width)
  for (let i = 0; i < table.length; i++) sum[i % width]! += table[i]!
  return sum
}

function addMonths(day: Day, months: number): Day {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number]
  return dayOf(year, month + months, date)
}
