import { type Day, dayOf } from '@comeback/retention'
import type { Appointment } from './appointment.ts'
import { type Location, MASTERS, type Master, regularWorkplace } from './masters.ts'
import { Random } from './random.ts'
import { at, CLOSES, dayOfMoment, isHoliday, MINUTES_PER_DAY, OPENS } from './salon-time.ts'

const SLOT = 15
const SLOTS = (CLOSES - OPENS) / SLOT
const VACATIONS_STREAM = 1

/** One service wanted of one master. */
export interface Wanted {
  master: Master
  minutes: number
}

/** Who works where on which day, and which quarter hours of it are taken. */
export class Calendar {
  private readonly taken = new Map<Master, Map<Day, Uint8Array>>()
  private readonly vacations = new Map<Master, Set<Day>>()

  constructor(seed: number) {
    const random = new Random(seed, VACATIONS_STREAM)
    for (const master of MASTERS) {
      this.taken.set(master, new Map())
      this.vacations.set(master, vacationDays(random))
    }
  }

  /** Where the master works on the day; `null` when off, on leave, on a holiday or not with the salon yet. */
  workplace(master: Master, day: Day): Location | null {
    return isHoliday(day) || this.vacations.get(master)!.has(day) ? null : regularWorkplace(master, day)
  }

  /**
   * Minute of the day nearest to `preferred` from which the services fit one after the other, each master being
   * free; `null` when there is none or the masters work in different places.
   */
  findStart(day: Day, wanted: readonly Wanted[], preferred: number): number | null {
    const place = this.workplace(wanted[0]!.master, day)
    if (place === null || wanted.some(({ master }) => this.workplace(master, day) !== place)) return null
    const middle = Math.round((preferred - OPENS) / SLOT)
    for (let distance = 0; distance < SLOTS; distance++) {
      for (const slot of distance === 0 ? [middle] : [middle + distance, middle - distance]) {
        if (this.fits(day, wanted, slot)) return OPENS + slot * SLOT
      }
    }
    return null
  }

  take(appointment: Appointment) {
    this.mark(appointment, 1)
  }

  release(appointment: Appointment) {
    this.mark(appointment, 0)
  }

  private fits(day: Day, wanted: readonly Wanted[], start: number): boolean {
    let slot = start
    for (const { master, minutes } of wanted) {
      const end = slot + minutes / SLOT
      if (slot < 0 || end > SLOTS) return false
      const taken = this.taken.get(master)!.get(day)
      if (taken?.subarray(slot, end).includes(1)) return false
      slot = end
    }
    return true
  }

  private mark(appointment: Appointment, value: 0 | 1) {
    const day = dayOfMoment(appointment.start)
    for (const { master, start, minutes } of appointment.lines) {
      const days = this.taken.get(master)!
      if (!days.has(day)) days.set(day, new Uint8Array(SLOTS))
      const slot = (start - at(day, OPENS)) / SLOT
      days.get(day)!.fill(value, slot, slot + minutes / SLOT)
    }
  }
}

/** Two weeks in summer, a week in February, and a few days of illness each year; none at New Year. */
function vacationDays(random: Random): Set<Day> {
  const days = new Set<Day>()
  const addRun = (first: Day, length: number) => {
    for (let day = first; day < first + length; day++) days.add(day)
  }
  for (const year of [2023, 2024, 2025]) {
    addRun(dayOf(year, 7, 20) + random.between(0, 28), random.between(10, 14))
    addRun(dayOf(year + 1, 2, 1) + random.between(0, 20), random.between(4, 7))
    addRun(dayOf(year, 5, 1) + random.between(0, 70), random.between(1, 3))
    addRun(dayOf(year, 9, 20) + random.between(0, 50), random.between(1, 3))
  }
  return days
}

/** Minutes after midnight of a moment's day. */
export const minuteOf = (moment: number): number => moment % MINUTES_PER_DAY
