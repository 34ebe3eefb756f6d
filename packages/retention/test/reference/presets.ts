import { firstMatchingVisits } from './first-matching-visit.ts'
import type { Salon } from './line.ts'
import { isNew, matchingLines } from './matching.ts'
import type { Question, Span } from './question.ts'
import { type Visit, visitsUntil } from './visits.ts'

/** A client of the base period: their matching visits in it, and all their visits until the as-of date. */
interface Guest {
  client: number
  matching: Visit[]
  all: Visit[]
}

/** Who came in a period, under the filters. */
function guestsOf(salon: Salon, question: Question, base: Span): Guest[] {
  const asked = { ...question, base }
  const visits = visitsUntil(salon, question.asOf)
  return firstMatchingVisits(salon, asked, false).map(({ client }) => {
    const all = visits.filter((visit) => visit.client === client)
    return { client, all, matching: all.filter((visit) => matchingLines(salon, visit, undefined, asked).length > 0) }
  })
}

/** Where the tool looks for a return: the days, both included, and what a visit must have. */
interface Search extends Span {
  suits?: (visit: Visit) => boolean
}

/** Who of them came again, and whose time is not over yet of those who did not. */
function came(guests: Guest[], asOf: number, searchOf: (guest: Guest) => Search) {
  const searches = guests.map((guest) => ({ guest, search: searchOf(guest) }))
  const isBack = ({ guest, search }: (typeof searches)[number]) =>
    guest.all.some((visit) => visit.day >= search.from && visit.day <= search.to && (search.suits?.(visit) ?? true))
  return {
    numerator: searches.filter(isBack).length,
    denominator: guests.length,
    open: searches.filter((one) => !isBack(one) && asOf < one.search.to).length,
  }
}

const first = (guest: Guest) => guest.matching[0]!.day
const last = (guest: Guest) => guest.matching.at(-1)!.day
const within = (day: number, days: number): Span => ({ from: day + 1, to: day + days })

/** METRICS §11, each tool's published rule; `days` is its number of days, `second` the return period. */
export function toolNumber(
  salon: Salon,
  question: Question,
  preset: string,
  { days, second, hasPhone }: { days: number; second: Span; hasPhone: (client: number) => boolean },
) {
  const { base, asOf } = question
  const guests = guestsOf(salon, question, base)
  switch (preset) {
    case 'dikidi':
      return came(guests, asOf, () => second)
    case 'altegio': {
      const lossPeriod = { from: second.from - days, to: second.from - 1 }
      const known = guestsOf(salon, question, lossPeriod).filter((guest) => hasPhone(guest.client))
      return came(known, asOf, () => second)
    }
    case 'kpibi': {
      const seenBefore = guestsOf(salon, question, { from: Number.NEGATIVE_INFINITY, to: base.from - 1 })
      const notNew = guests.filter((guest) => !isNew(salon, guest.client, question))
      return { numerator: notNew.length, denominator: seenBefore.length, open: 0 }
    }
    case 'zenoti':
      return came(guests, asOf, () => within(base.to, days))
    case 'boulevard':
      return came(guests, asOf, (guest) => within(first(guest), days))
    case 'salonbiz':
      return came(guests, asOf, (guest) => within(last(guest), 90))
    case 'mytime':
      return came(guests, asOf, (guest) => {
        const { staff } = matchingLines(salon, guest.matching.at(-1)!, undefined, question)[0]!
        return { ...within(last(guest), days), suits: (visit) => visit.lines.some((line) => line.staff === staff) }
      })
    case 'square':
      return came(guests, asOf, () => ({ from: base.from - 365, to: base.from - 1 }))
  }
  throw new Error(`METRICS §11 has no ${preset}`)
}
