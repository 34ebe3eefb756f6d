import { cadenceOfClient } from './cadence.ts'
import type { Salon } from './line.ts'
import { servedClients } from './outcome.ts'
import type { Question } from './question.ts'
import { mainLine, revenueOf, visitsUntil } from './visits.ts'

/** The lost list: clients with `lost` in the total, one row each, by client. */
export function lostClients(salon: Salon, question: Question) {
  const visits = visitsUntil(salon, question.asOf)
  return servedClients(salon, undefined, question)
    .filter((one) => one.outcome === 'lost')
    .map(({ client }) => {
      const own = visits.filter((visit) => visit.client === client)
      const last = own.at(-1)!
      const lines = own.flatMap((visit) => visit.lines)
      const priced = own.filter((visit) => visit.lines.some((line) => line.revenue !== null))
      const revenue = revenueOf(lines)
      return {
        client,
        firstVisit: own[0]!.day,
        lastVisit: last.day,
        daysSince: question.asOf - last.day,
        staff: mainLine(last).staff,
        service: mainLine(last).service,
        visits: own.length,
        revenue,
        averageTicket: revenue === null ? null : revenue / priced.length,
        ...cadenceOfClient(salon, client, question.asOf),
      }
    })
}
