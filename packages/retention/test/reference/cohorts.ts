import { lastDayOf, monthNumber } from './calendar.ts'
import type { Salon } from './line.ts'
import { revenueOf, type Visit, visitsUntil } from './visits.ts'

/** The month of `asOf` is partial unless `asOf` is its last day. */
export function isPartial(month: number, asOf: number): boolean {
  return month === monthNumber(asOf) && asOf < lastDayOf(month)
}

/** METRICS §3: months of first-ever visits, and in every calendar month since, who of them came and what they paid. */
export function cohorts(salon: Salon, asOf: number) {
  const visits = visitsUntil(salon, asOf)
  const cohortOf = ({ client }: Visit) => monthNumber(visits.find((visit) => visit.client === client)!.day)
  const noPrices = revenueOf(visits.flatMap((visit) => visit.lines)) === null
  const started = [...new Set(visits.map(cohortOf))].sort((a, b) => a - b)

  return started.map((month) => {
    const own = visits.filter((visit) => cohortOf(visit) === month)
    const size = new Set(own.map((visit) => visit.client)).size
    const cells = Array.from({ length: monthNumber(asOf) - month + 1 }, (_, k) => {
      const inMonth = own.filter((visit) => monthNumber(visit.day) === month + k)
      const clients = new Set(inMonth.map((visit) => visit.client)).size
      // Nobody came, so nothing was paid: known, unless no price is.
      const revenue = inMonth.length === 0 && !noPrices ? 0 : revenueOf(inMonth.flatMap((visit) => visit.lines))
      return {
        k,
        share: clients / size,
        clients,
        partial: isPartial(month + k, asOf),
        revenue: revenue === null ? null : revenue / size,
      }
    })
    return { month, size, mayNotBeNew: month - started[0]! <= 2, cells }
  })
}
