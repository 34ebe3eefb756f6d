import { lastDayOf, monthNumber } from './calendar.ts'
import { isPartial } from './cohorts.ts'
import { isService, type Salon } from './line.ts'
import { revenueOf, type Visit, visitsUntil } from './visits.ts'
import { wilson } from './wilson.ts'

export interface Settings {
  regularFromVisit: number
  firstVisitDays: number
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function clientsOf(visits: Visit[]): number {
  return new Set(visits.map((visit) => visit.client)).size
}

function money(visits: Visit[]) {
  const revenue = revenueOf(visits.flatMap((visit) => visit.lines))
  const priced = visits.filter((visit) => visit.lines.some((line) => line.revenue !== null)).length
  return { revenue, averageTicket: revenue === null ? null : revenue / priced }
}

/** Who of those seen at these visits came again within so many days; `null` until that is over for all of them. */
function retention(all: Visit[], starts: Visit[], over: boolean, days: number) {
  if (!over) return null
  const returned = starts.filter((start) =>
    all.some((visit) => visit.client === start.client && visit.day > start.day && visit.day <= start.day + days),
  ).length
  const interval = starts.length === 0 ? null : wilson(returned, starts.length)
  return {
    served: starts.length,
    returned,
    rate: share(returned, starts.length),
    low: interval === null ? null : interval.low,
    high: interval === null ? null : interval.high,
  }
}

/** Appointments with a client in a month until `asOf`, and how many of them were cancelled or missed. */
function fallenThrough(salon: Salon, month: number, asOf: number) {
  const lines = salon.lines.filter(
    (line) => line.client !== null && line.day <= asOf && monthNumber(line.day) === month && isService(salon, line),
  )
  const count = (own: typeof lines) => new Set(own.map((line) => line.appointmentId)).size
  const having = (status: string) => share(count(lines.filter((line) => line.status === status)), count(lines))
  return { cancelledShare: having('cancelled'), noShowShare: having('no_show') }
}

/** METRICS §5, one row a month from that of the first visit to that of `asOf`. */
export function baseHealth(salon: Salon, asOf: number, { regularFromVisit, firstVisitDays }: Settings) {
  const visits = visitsUntil(salon, asOf)
  if (visits.length === 0) return []
  const firstVisit = (client: number) => visits.find((visit) => visit.client === client)!
  const countedAs = (visit: Visit) => visits.filter((one) => one.client === visit.client && one.day <= visit.day).length
  const start = monthNumber(Math.min(...visits.map((visit) => visit.day)))

  const rows = Array.from({ length: monthNumber(asOf) - start + 1 }, (_, i) => {
    const month = start + i
    const own = visits.filter((visit) => monthNumber(visit.day) === month)
    const isNew = (visit: Visit) => monthNumber(firstVisit(visit.client).day) === month
    const ofNew = own.filter(isNew)
    const ofReturning = own.filter((visit) => !isNew(visit))
    const ofRegular = own.filter((visit) => countedAs(visit) >= regularFromVisit)
    const firstOfMonth = (from: Visit[]) => from.filter((visit, i) => from[i - 1]?.client !== visit.client)

    const served = clientsOf(own)
    const over = asOf >= lastDayOf(month) + firstVisitDays
    const bought = { new: money(ofNew), returning: money(ofReturning), regular: money(ofRegular) }
    return {
      month,
      served,
      new: clientsOf(ofNew),
      returning: clientsOf(ofReturning),
      regular: clientsOf(ofRegular),
      newRegular: clientsOf(ofRegular.filter(isNew)),
      newShare: share(clientsOf(ofNew), served),
      returningShare: share(clientsOf(ofReturning), served),
      regularShare: share(clientsOf(ofRegular), served),
      visits: own.length,
      visitsPerClient: share(own.length, served),
      revenue: { new: bought.new.revenue, returning: bought.returning.revenue, regular: bought.regular.revenue },
      averageTicket: {
        new: bought.new.averageTicket,
        returning: bought.returning.averageTicket,
        regular: bought.regular.averageTicket,
      },
      firstVisitRetention: retention(visits, firstOfMonth(ofNew), over, firstVisitDays),
      returningRetention: retention(visits, firstOfMonth(ofReturning), over, firstVisitDays),
      ...fallenThrough(salon, month, asOf),
      partial: isPartial(month, asOf),
      mayNotBeNew: month - start <= 2,
    }
  })
  const never = (kind: 'cancelledShare' | 'noShowShare') => rows.every((row) => !row[kind])
  return rows.map((row) => ({
    ...row,
    ...(never('cancelledShare') ? { cancelledShare: null } : {}),
    ...(never('noShowShare') ? { noShowShare: null } : {}),
  }))
}
