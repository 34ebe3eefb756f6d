import { monthsBetween } from './calendar.ts'
import type { Salon } from './line.ts'
import { type Group, groupsOf, matchingLines } from './matching.ts'
import { type Served, servedClients } from './outcome.ts'
import { closesOn, isOver, type Question } from './question.ts'
import { revenueOf, type Visit, visitsUntil } from './visits.ts'
import { wilson } from './wilson.ts'

function count(served: Served[], over: boolean) {
  const having = (outcome: string) => served.filter((one) => one.outcome === outcome).length
  const returned = having('returned')
  return {
    served: served.length,
    returned,
    open: having('open'),
    missed: having('outside') + having('booked') + having('lost'),
    outside: having('outside'),
    booked: having('booked'),
    lost: having('lost'),
    rate: over && served.length > 0 ? returned / served.length : null,
  }
}

function money(salon: Salon, visits: Visit[], group: Group, question: Question) {
  const matching = visits.map((visit) => matchingLines(salon, visit, group, question)).filter((lines) => lines.length)
  const revenue = revenueOf(matching.flat())
  const priced = matching.filter((lines) => lines.some((line) => line.revenue !== null)).length
  return { visits: matching.length, revenue, averageTicket: revenue === null ? null : revenue / priced }
}

function row(salon: Salon, visits: Visit[], group: Group, question: Question) {
  const served = servedClients(salon, group, question)
  const over = isOver(question)
  const counts = count(served, over)
  const interval = counts.rate === null ? null : wilson(counts.returned, counts.served)
  const returnedSame = served.filter((one) => one.returnedSame).length
  return {
    key: group === undefined ? null : group.key,
    ...counts,
    rateLow: interval === null ? null : interval.low,
    rateHigh: interval === null ? null : interval.high,
    returnedSame,
    rateSame: counts.rate === null ? null : returnedSame / counts.served,
    ...money(salon, visits, group, question),
    new: count(
      served.filter((one) => one.isNew),
      over,
    ),
  }
}

/** Code-point order, which is not the order of UTF-16 units once an emoji is in a name. */
export function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** The base period begins in the calendar month of the first visit with a client, or the two after it. */
function mayNotBeNew(visits: Visit[], question: Question): boolean {
  if (visits.length === 0) return false
  const months = monthsBetween(Math.min(...visits.map((visit) => visit.day)), question.base.from)
  return months <= 2
}

/** METRICS §1 in the shape of `comeback report --json`, days as day integers. */
export function retentionReport(salon: Salon, question: Question) {
  const visits = visitsUntil(salon, question.asOf)
  const rows = groupsOf(salon, visits, question)
    .map((group) => row(salon, visits, group, question))
    .filter((one) => one.served > 0)
    .sort((a, b) => b.served - a.served || byCodePoints(a.key ?? '', b.key ?? ''))
  return {
    asOf: question.asOf,
    base: { from: question.base.from, to: question.base.to },
    rule: question.rule,
    closesOn: closesOn(question),
    over: isOver(question),
    mayNotBeNew: mayNotBeNew(visits, question),
    by: question.by,
    total: row(salon, visits, undefined, question),
    rows,
  }
}
