import type { Day } from '@comeback/retention'
import type { Appointment, AppointmentLine } from './appointment.ts'
import type { Calendar } from './calendar.ts'
import { MASTERS, type Master, newcomerWeight } from './masters.ts'
import type { Persona } from './persona.ts'
import type { Random } from './random.ts'
import { at, weekdayOf } from './salon-time.ts'
import { priceOn, SERVICES, type ServiceName } from './services.ts'

/** A visit the client would like to make. */
export interface Wish {
  /** preferred day, and the first one possible */
  day: Day
  earliest: Day
  service: ServiceName
  addOns: readonly ServiceName[]
}

/** How far from the preferred day people let themselves be moved, in days. */
const NEARBY = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8, 9]

/** Share of bookings that go to a colleague although the favourite would have been free. */
const TRIES_A_COLLEAGUE = 0.05

/**
 * Finds a place for the wish near its day, with the favourite master if possible, else with a colleague, and takes
 * it. The appointment is completed and without a booking time until its story is told. `null`: everything is full.
 */
export function book(
  wish: Wish,
  persona: Persona,
  busy: ReadonlySet<Day>,
  calendar: Calendar,
  random: Random,
): Appointment | null {
  const able = MASTERS.filter((master) => newcomerWeight(master, wish.service, wish.day) > 0)
  if (able.length === 0) return null
  const colleague = random.weighted(able, (master) => newcomerWeight(master, wish.service, wish.day))
  const favourite = able.includes(persona.favourite) ? persona.favourite : colleague
  const first = random.chance(TRIES_A_COLLEAGUE) ? colleague : favourite
  const hour = persona.hour + 30 * random.between(-3, 3)
  for (const master of first === colleague ? [first] : [first, colleague]) {
    for (const picky of [true, false]) {
      for (const shift of NEARBY) {
        const day = wish.day + shift
        if (day < wish.earliest || busy.has(day) || (picky && !suits(persona, day))) continue
        const appointment = placeOn(day, master, wish, hour, calendar)
        if (!appointment) continue
        appointment.requested = random.chance(0.25) ? null : master === persona.favourite && random.chance(0.8)
        calendar.take(appointment)
        return appointment
      }
    }
  }
  return null
}

function suits(persona: Persona, day: Day): boolean {
  if (persona.days === 'any') return true
  return weekdayOf(day) >= 5 === (persona.days === 'weekend')
}

/** With as many of the add-ons as find a place right after, the same master first. */
function placeOn(day: Day, master: Master, wish: Wish, hour: number, calendar: Calendar): Appointment | null {
  const location = calendar.workplace(master, day)
  if (location === null) return null
  let wanted = [wanting(wish.service, master)]
  let minute = calendar.findStart(day, wanted, hour)
  if (minute === null) return null
  for (const addOn of wish.addOns) {
    const doer = [master, ...MASTERS].find((each) => each.skills[addOn] && calendar.workplace(each, day) === location)
    if (!doer) continue
    const more = [...wanted, wanting(addOn, doer)]
    const start = calendar.findStart(day, more, hour)
    if (start === null) continue
    wanted = more
    minute = start
  }
  return {
    start: at(day, minute),
    location,
    status: 'completed',
    bookedAt: null,
    cancelledAt: null,
    bookedBy: 'Адміністратор',
    requested: null,
    lines: linesOf(day, minute, wanted),
  }
}

const wanting = (service: ServiceName, master: Master) => ({ service, master, minutes: SERVICES[service].minutes })

function linesOf(day: Day, minute: number, wanted: readonly ReturnType<typeof wanting>[]): AppointmentLine[] {
  let start = at(day, minute)
  return wanted.map(({ service, master, minutes }) => {
    const { category, price } = SERVICES[service]
    const line = { service, category, master, start, minutes, discount: 0, product: false }
    start += minutes
    return { ...line, price: priceOn(day, price, master.grade) }
  })
}
