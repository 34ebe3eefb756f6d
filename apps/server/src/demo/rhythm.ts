import { type Day, dayOf, monthOf } from '@comeback/retention'
import type { Wish } from './booking.ts'
import type { Persona } from './persona.ts'
import type { Random } from './random.ts'
import { monthOfYear } from './salon-time.ts'
import type { ServiceName } from './services.ts'

/** Gaps that end in a month are so much longer than usual, January to December: people are away in August. */
const STRETCH = [1.03, 1.05, 1, 1, 1, 1.02, 1.1, 1.22, 1, 1, 0.98, 0.9]

const PULLED_BEFORE_NEW_YEAR = 0.5

/** The day this client would come next after a visit: regular, with the seasons. */
export function nextDue(persona: Persona, last: Day, random: Random): Day {
  const usual = persona.gap * Math.max(0.6, 1 + persona.spread * random.bell())
  const stretch = STRETCH[monthOfYear(last + Math.round(usual))]!
  const due = last + Math.max(7, Math.round(usual * stretch))
  return beforeTheHolidays(due, last, random)
}

/** Whoever would be due around New Year likes to come before it. */
function beforeTheHolidays(due: Day, last: Day, random: Random): Day {
  const year = Math.floor(monthOf(due - 10) / 12)
  const from = dayOf(year, 12, 27)
  if (due < from || due > from + 13 || !random.chance(PULLED_BEFORE_NEW_YEAR)) return due
  return Math.max(last + 8, dayOf(year, 12, random.between(15, 30)))
}

/** What the client wants on a visit of the usual kind. */
export function usualVisit(persona: Persona, visits: number, random: Random): Pick<Wish, 'service' | 'addOns'> {
  const service = usualService(persona, visits, random)
  const addOns = persona.addOns
    .filter((addOn) => addOn.service !== service && random.chance(visits === 0 ? addOn.chance / 2 : addOn.chance))
    .map((addOn) => addOn.service)
  if (persona.errand && random.chance(0.25)) addOns.push(persona.errand)
  return { service, addOns }
}

/** Colour is refreshed between; a voucher's buyer who stays takes the full service. */
function usualService(persona: Persona, visits: number, random: Random): ServiceName {
  if (persona.service === 'Фарбування' && visits > 0 && random.chance(0.25)) return 'Тонування'
  if (persona.source === 'Купон' && visits > 0) return 'Манікюр з покриттям'
  return persona.service
}
