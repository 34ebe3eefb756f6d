import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDay } from '../calendar.ts'
import type { TicketColumns } from './gamma-gamma.ts'
import { type ModelKind, occasionsToLeave, type VisitParameters } from './parameters.ts'
import type { RepeatColumns } from './repeat-statistics.ts'

const SAMPLE = join(import.meta.dirname, '../../test-data/cdnow/CDNOW_sample.txt')

/** The CDNOW sample's calibration period, in weeks, customers in the order of the file, and all their tickets. */
export function cdnow(): { customers: RepeatColumns; tickets: TicketColumns } {
  const end = parseDay('1997-09-30')!
  const purchases = new Map<string, Map<number, number>>()
  for (const line of readFileSync(SAMPLE, 'utf8').trim().split('\n')) {
    const [, customer, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string, string]
    const day = parseDay(date.replace(/(....)(..)(..)/, '$1-$2-$3'))!
    if (day > end) continue
    const days = purchases.get(customer) ?? new Map<number, number>()
    days.set(day, (days.get(day) ?? 0) + Number(dollars))
    purchases.set(customer, days)
  }
  const histories = [...purchases.values()].map((days) => [...days.keys()].sort((a, b) => a - b))
  const tickets = [...purchases.values()].map((days, i) =>
    histories[i]!.slice(1)
      .map((day) => days.get(day)!)
      .filter((dollars) => dollars > 0),
  )
  return {
    customers: columnsOf(histories.map((days) => ({ visits: days.map((day) => day / 7), end: end / 7 }))),
    tickets: {
      x: tickets.map((all) => all.length),
      mean: tickets.map((all) => (all.length === 0 ? 0 : sum(all) / all.length)),
    },
  }
}

/** Times of one customer's visits, ascending, and when the watching ended; weeks. */
export interface History {
  visits: number[]
  end: number
}

export function columnsOf(histories: readonly History[]): RepeatColumns {
  return {
    x: histories.map(({ visits }) => visits.length - 1),
    tx: histories.map(({ visits }) => rounded(visits.at(-1)! - visits[0]!)),
    T: histories.map(({ visits, end }) => rounded(end - visits[0]!)),
    logGaps: histories.map(({ visits }) => sum(visits.slice(1).map((visit, i) => Math.log(visit - visits[i]!)))),
  }
}

/** A customer of the model who comes first at time 0, watched for `weeks`. */
export function simulate(kind: ModelKind, { k, r, alpha, a, b }: VisitParameters, weeks: number, random: () => number) {
  const rate = gammaVariate(r, random) / alpha
  const left = gammaVariate(a, random)
  const leaving = left / (left + gammaVariate(b, random))
  const visits = [0]
  for (;;) {
    if (occasionsToLeave(kind, visits.length - 1) > 0 && random() < leaving) return visits
    const next = visits.at(-1)! + gammaVariate(k, random) / rate
    if (!(next <= weeks)) return visits
    visits.push(next)
  }
}

/** Marsaglia & Tsang 2000; scale 1. */
function gammaVariate(shape: number, random: () => number): number {
  if (shape < 1) return gammaVariate(shape + 1, random) * random() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Multiples of 1/7 of a week, differences of which are off by rounding, become equal again. */
function rounded(weeks: number): number {
  return Math.round(weeks * 1e9) / 1e9
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0)
}
