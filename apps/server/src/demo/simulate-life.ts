import type { Day } from '@comeback/retention'
import { type Appointment, endOf } from './appointment.ts'
import type { Arrival } from './arrivals.ts'
import { book, type Wish } from './booking.ts'
import { type Calendar, minuteOf } from './calendar.ts'
import type { Persona } from './persona.ts'
import type { Random } from './random.ts'
import { nextDue, usualVisit } from './rhythm.ts'
import { at, CLOSES, dayOfMoment, EXPORTED_AT, LAST_DAY, type Moment, OPENS } from './salon-time.ts'
import { sellAndDiscount } from './till.ts'

const CANCELS = 0.065
const CANCELS_FIRST = 0.09
const NO_SHOW = 0.018
const NO_SHOW_FIRST = 0.035
const REBOOKS_AFTER_CANCELLING = 0.75
const REBOOKS_AFTER_NO_SHOW = 0.45
const RUNS_AN_ERRAND = 0.1
const SKIPS_A_TURN = 0.06

/** One client's time with the salon, as the booking system knows it at the end of the last day. */
export function simulateLife(arrival: Arrival, persona: Persona, calendar: Calendar, random: Random): Appointment[] {
  return new Life(arrival, persona, calendar, random).run()
}

class Life {
  private readonly appointments: Appointment[] = []
  private readonly busy = new Set<Day>()
  private visits = 0
  private readonly arrival: Arrival
  private readonly persona: Persona
  private readonly calendar: Calendar
  private readonly random: Random

  constructor(arrival: Arrival, persona: Persona, calendar: Calendar, random: Random) {
    this.arrival = arrival
    this.persona = persona
    this.calendar = calendar
    this.random = random
  }

  run(): Appointment[] {
    let held = this.bookAhead(this.arrival.day + this.random.between(0, 9), this.arrival.day)
    while (held) held = this.afterwards(held)
    return this.appointments
  }

  /** What becomes of a held appointment, and the next one held because of it; `null` when there is none. */
  private afterwards(held: Appointment): Appointment | null {
    const { random } = this
    if (random.chance(this.visits === 0 ? CANCELS_FIRST : CANCELS)) return this.afterCancelling(held)
    const day = dayOfMoment(held.start)
    if (day > LAST_DAY) return this.keepScheduled(held)
    if (random.chance(this.visits === 0 ? NO_SHOW_FIRST : NO_SHOW)) {
      held.status = 'no_show'
      return random.chance(REBOOKS_AFTER_NO_SHOW) ? this.bookAhead(day + random.between(4, 18), day + 1) : null
    }
    this.visits++
    sellAndDiscount(held, this.persona, this.visits, random)
    if (random.chance(this.leaving())) return null
    if (this.persona.errand && random.chance(RUNS_AN_ERRAND)) this.runErrand(day)
    return this.bookAfterVisit(held)
  }

  /** The longer someone has been coming, the likelier they stay. */
  private leaving(): number {
    const { leavesAtFirst, leavesLater } = this.persona
    return this.visits === 1 ? leavesAtFirst : leavesLater * (1 + 3 / this.visits)
  }

  private keepScheduled(held: Appointment): null {
    held.status = 'scheduled'
    return null
  }

  private afterCancelling(held: Appointment): Appointment | null {
    const { random } = this
    const noticed = held.start - random.between(2, 72) * 60 - random.between(0, 59)
    const cancelledAt = Math.max(held.bookedAt! + 5, daytime(noticed))
    if (cancelledAt > EXPORTED_AT) return this.keepScheduled(held)
    held.status = 'cancelled'
    held.cancelledAt = cancelledAt
    if (!random.chance(REBOOKS_AFTER_CANCELLING)) return null
    const atOnce = random.chance(0.6) ? cancelledAt + 2 : null
    return this.bookAhead(dayOfMoment(held.start) + random.between(1, 9), dayOfMoment(cancelledAt) + 1, atOnce)
  }

  private bookAfterVisit(visit: Appointment): Appointment | null {
    const { persona, random } = this
    const day = dayOfMoment(visit.start)
    const due = nextDue(persona, day, random)
    if (!random.chance(this.visits === 1 ? persona.rebooks * 0.7 : persona.rebooks)) {
      return this.bookAhead(random.chance(SKIPS_A_TURN) ? nextDue(persona, due, random) : due, day + 1)
    }
    const next = this.find({ ...usualVisit(persona, this.visits, random), day: due, earliest: day + 5 })
    if (!next) return null
    next.bookedAt = endOf(visit)
    next.bookedBy = random.chance(0.6) ? 'Майстер' : 'Адміністратор'
    return this.keep(next)
  }

  /** Books on `bookedAt`, else by phone or online some days before the day wanted, on `from` at the earliest. */
  private bookAhead(day: Day, from: Day, bookedAt: Moment | null = null): Appointment | null {
    const usual = usualVisit(this.persona, this.visits, this.random)
    const found = this.find({ ...usual, day: Math.max(day, from), earliest: from })
    return found && this.keep(this.noteBooking(found, from, bookedAt))
  }

  private runErrand(day: Day) {
    const errandDay = day + this.random.between(4, Math.max(6, Math.round(this.persona.gap * 0.6)))
    const found = this.find({ service: this.persona.errand!, addOns: [], day: errandDay, earliest: day + 1 })
    const kept = found && this.keep(this.noteBooking(found, day + 1, null))
    if (!kept) return
    if (dayOfMoment(kept.start) > LAST_DAY) kept.status = 'scheduled'
    else this.visits++
  }

  private noteBooking(found: Appointment, from: Day, bookedAt: Moment | null): Appointment {
    const { random } = this
    let lead = random.between(0, 2)
    while (random.chance(0.6) && lead < 12) lead++
    const day = Math.max(from, dayOfMoment(found.start) - lead)
    found.bookedBy = this.persona.booksOnline && random.chance(0.8) ? 'Онлайн' : 'Адміністратор'
    const minute = found.bookedBy === 'Онлайн' ? random.between(7 * 60, 22 * 60) : random.between(OPENS, CLOSES - 15)
    found.bookedAt = bookedAt ?? Math.min(at(day, minute), found.start - random.between(20, 90))
    return found
  }

  private find(wish: Wish): Appointment | null {
    return book(wish, this.persona, this.busy, this.calendar, this.random)
  }

  /** Forgets what nobody had booked yet when the file was made. */
  private keep(appointment: Appointment): Appointment | null {
    if (appointment.bookedAt! > EXPORTED_AT) {
      this.calendar.release(appointment)
      return null
    }
    this.busy.add(dayOfMoment(appointment.start))
    this.appointments.push(appointment)
    return appointment
  }
}

/** Moves what would happen at night to the evening before or the morning after. */
function daytime(moment: Moment): Moment {
  const minute = minuteOf(moment)
  if (minute < 7 * 60) return moment - minute + 8 * 60
  return minute > 22 * 60 ? moment - minute + 21 * 60 + (minute % 60) : moment
}
