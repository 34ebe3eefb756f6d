import { knownBookedShare } from './booked-share.ts'
import { dateOf } from './calendar.ts'
import { appointmentOf, isService, type Line, type Salon } from './line.ts'
import { groupsOf, matchingLines } from './matching.ts'
import type { Grouping, Question } from './question.ts'
import { byCodePoints } from './report.ts'
import { type Visit, visitsUntil } from './visits.ts'
import { wilson } from './wilson.ts'

export type RebookingGrouping = Grouping | 'weekday' | 'bookedBy'

/** Lines of the appointments on later days that the client held at the end of the visit's day. */
function heldAfter(salon: Salon, visit: Visit): Line[] {
  return salon.lines.filter((line) => {
    if (line.client !== visit.client || line.day <= visit.day || !isService(salon, line)) return false
    if (line.bookedDay === null || line.bookedDay > visit.day) return false
    return line.status !== 'cancelled' || (line.cancelledDay !== null && line.cancelledDay > visit.day)
  })
}

/** Who made the earliest held appointment; of several on its day, the one that stands first in the file. */
function bookerOf(salon: Salon, held: Line[]): string | null {
  const first = Math.min(...held.map((line) => line.day))
  const place = (line: Line) => salon.lines.indexOf(appointmentOf(salon, line)[0]!)
  const [earliest] = held.filter((line) => line.day === first).sort((a, b) => place(a) - place(b))
  return earliest!.bookedBy
}

interface Row {
  key: string | null
  own: Visit[]
  /** only what is held thanks to this one counts */
  bookedBy?: string | null
}

function row(salon: Salon, { key, own: visits, bookedBy }: Row, question: Question, ofStaff: boolean) {
  const all = visitsUntil(salon, question.asOf)
  const rebooked = visits
    .map((visit) => ({ visit, held: heldAfter(salon, visit) }))
    .filter(({ held }) => held.length > 0 && (bookedBy === undefined || bookerOf(salon, held) === bookedBy))
  const due = rebooked
    .map(({ visit, held }) => ({ client: visit.client, day: Math.min(...held.map((line) => line.day)) }))
    .filter(({ day }) => day <= question.asOf)
  const kept = due.filter(({ client, day }) => all.some((visit) => visit.client === client && visit.day === day)).length
  const same = rebooked.filter(({ held }) => held.some((line) => line.staff === key)).length
  const rate = visits.length === 0 ? null : rebooked.length / visits.length
  const interval = rate === null ? null : wilson(rebooked.length, visits.length)
  return {
    key,
    visits: visits.length,
    rebooked: rebooked.length,
    rate,
    rateLow: interval === null ? null : interval.low,
    rateHigh: interval === null ? null : interval.high,
    rebookedSame: ofStaff ? same : null,
    rateSame: ofStaff ? same / visits.length : null,
    kept,
    keptRate: due.length === 0 ? null : kept / due.length,
  }
}

/** Which visits of the period stand in which row; by booker all of them in each. */
function groups(salon: Salon, visits: Visit[], question: Question, by: RebookingGrouping): Row[] {
  if (by === 'bookedBy') {
    const held = visits.map((visit) => heldAfter(salon, visit)).filter((lines) => lines.length > 0)
    const bookers = new Set(held.map((lines) => bookerOf(salon, lines)))
    return [...bookers].map((name) => ({ key: name, own: visits, bookedBy: name }))
  }
  if (by === 'weekday') {
    const weekday = (visit: Visit) => dateOf(visit.day).toLocaleString('en', { weekday: 'long' }).toLowerCase()
    const keys = [...new Set(visits.map(weekday))]
    return keys.map((key) => ({ key, own: visits.filter((visit) => weekday(visit) === key) }))
  }
  const asked = { ...question, by }
  return groupsOf(salon, visits, asked).map((group) => ({
    key: group.key,
    own: visits.filter((visit) => matchingLines(salon, visit, group, asked).length > 0),
  }))
}

/** METRICS §4 in the shape of `comeback rebooking --json`; weekdays are keyed by their English names. */
export function rebooking(salon: Salon, question: Question, by: RebookingGrouping) {
  const share = knownBookedShare(salon)
  if (share === null || share < 0.8) return { reason: 'noBookedAt' as const }
  const visits = visitsUntil(salon, question.asOf).filter(
    (visit) => matchingLines(salon, visit, undefined, question).length > 0,
  )
  const size = (one: { visits: number; rebooked: number }) => (by === 'bookedBy' ? one.rebooked : one.visits)
  return {
    total: row(salon, { key: null, own: visits }, question, false),
    rows: groups(salon, visits, question, by)
      .filter(({ own }) => own.length > 0)
      .map((group) => row(salon, group, question, by === 'staff'))
      .sort((a, b) => size(b) - size(a) || byCodePoints(a.key ?? '', b.key ?? '')),
  }
}
