import type { Day, Visits } from '@comeback/retention'

/** Comparable clients there must be to say what to expect. */
const FEWEST = 50
const MOST_LOOKS = 6
/** The audience's middle: one who has been away unusually long or short does not widen what is comparable. */
const MIDDLE = { from: 0.05, to: 0.95 }

export interface BaseShare {
  /** 0–1 of comparable clients who came within the window by themselves */
  share: number
  /** clients that is from; one may be looked at more than once */
  clients: number
}

/**
 * How many of an audience would come by themselves, by the salon's own history: clients who had been away as long, on
 * days a window, two windows, … before `asOf`, and held no appointment then. `null` when there are too few.
 * @param daysAway days since the last visit of each of the audience
 */
export function baseShare(
  visits: Visits,
  asOf: Day,
  daysAway: readonly number[],
  windowDays: number,
): BaseShare | null {
  if (daysAway.length === 0) return null
  const sorted = daysAway.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  const [shortest, longest] = [at(MIDDLE.from), at(MIDDLE.to)]
  let clients = 0
  let came = 0
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const day = asOf - look * windowDays
    if (day - shortest < visits.firstDay) break
    for (let client = 0; client < visits.clients; client++) {
      const { before, after } = aroundDay(visits, client, day)
      if (before === null || day - before < shortest || day - before > longest) continue
      if (heldOn(visits, client, day)) continue
      clients++
      if (after !== null && after <= day + windowDays) came++
    }
  }
  return clients < FEWEST ? null : { share: came / clients, clients }
}

/**
 * Whether a client is known to have held an appointment at the end of a day of the past. One whose booking time nobody
 * knows may have been made later: taken as held, everybody who came would be left out where booking times are not kept.
 */
function heldOn({ bookings }: Visits, client: number, at: Day): boolean {
  const { clientStart, day, ahead, cancelledAhead } = bookings
  const begin = clientStart[client]!
  for (let row = clientStart[client + 1]! - 1; row >= begin && day[row]! > at; row--) {
    const isMade = ahead[row]! > 0 && day[row]! - ahead[row]! <= at
    const isCancelled = cancelledAhead[row]! > 0 && day[row]! - cancelledAhead[row]! <= at
    if (isMade && !isCancelled) return true
  }
  return false
}

/** A client's last visit up to a day and their first one after it. */
function aroundDay({ clientStart, day }: Visits, client: number, at: Day): { before: Day | null; after: Day | null } {
  let low = clientStart[client]!
  const begin = low
  const end = clientStart[client + 1]!
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (day[middle]! <= at) low = middle + 1
    else high = middle
  }
  return { before: low > begin ? day[low - 1]! : null, after: low < end ? day[low]! : null }
}
