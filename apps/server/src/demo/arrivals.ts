import { type Day, dayOf, monthOf, monthStart } from '@comeback/retention'
import { Random } from './random.ts'
import { FIRST_DAY, isHoliday, LAST_DAY, monthOfYear, weekdayOf } from './salon-time.ts'

const ARRIVALS_STREAM = 2

/** Why someone gets in touch for the first time the system knows of. */
type Occasion =
  /** was a client before the salon kept its book in the system */
  | 'oldClient'
  | 'newClient'
  /** bought a cheap manicure on a voucher site */
  | 'voucher'
  /** answered the advertising for the new manicure master */
  | 'masterLaunch'

export interface Arrival {
  day: Day
  occasion: Occasion
}

/** Newcomers of a month relative to the usual, January to December. */
const SEASON = [0.7, 0.85, 1.1, 1.05, 1.15, 1.0, 0.85, 0.65, 1.1, 1.2, 1.2, 1.2]

const OLD_CLIENTS = 140
const NEWCOMERS_AT_FIRST = 7
const NEWCOMERS_AT_LAST = 46

/** Voucher actions: a big one when the new master had a book to fill, smaller ones before. */
const VOUCHERS = [
  { from: dayOf(2024, 11, 6), to: dayOf(2024, 11, 28), clients: 14 },
  { from: dayOf(2025, 4, 8), to: dayOf(2025, 4, 29), clients: 11 },
  { from: dayOf(2025, 11, 3), to: dayOf(2025, 11, 27), clients: 43 },
]

const LAUNCH = { from: dayOf(2025, 9, 15), to: dayOf(2026, 3, 25), clients: 92 }

/** Everyone who ever gets in touch, in the order of the day they do. */
export function arrivals(seed: number): Arrival[] {
  const random = new Random(seed, ARRIVALS_STREAM)
  const all: Arrival[] = []
  const add = (occasion: Occasion, from: Day, to: Day, count: number) => {
    for (let i = 0; i < count; i++) all.push({ day: openDay(random, from, to), occasion })
  }
  add('oldClient', FIRST_DAY, FIRST_DAY + 40, OLD_CLIENTS)
  const months = monthOf(LAST_DAY) - monthOf(FIRST_DAY)
  for (let i = 0; i <= months; i++) {
    const first = monthStart(monthOf(FIRST_DAY) + i)
    const from = Math.max(first, FIRST_DAY)
    const to = Math.min(monthStart(monthOf(first) + 1) - 1, LAST_DAY)
    const grown = NEWCOMERS_AT_FIRST + ((NEWCOMERS_AT_LAST - NEWCOMERS_AT_FIRST) * i) / months
    const partOfMonth = (to - from + 1) / 30
    add(
      'newClient',
      from,
      to,
      Math.round(grown * SEASON[monthOfYear(first)]! * partOfMonth * (1 + 0.1 * random.bell())),
    )
  }
  for (const { from, to, clients } of VOUCHERS) add('voucher', from, to, clients)
  add('masterLaunch', LAUNCH.from, LAUNCH.to, LAUNCH.clients)
  return all.sort((a, b) => a.day - b.day)
}

/** People call less at weekends. */
function openDay(random: Random, from: Day, to: Day): Day {
  for (;;) {
    const day = random.between(from, to)
    if (!isHoliday(day) && (weekdayOf(day) < 5 || random.chance(0.6))) return day
  }
}
