import { type Day, dayOf } from '@comeback/retention'
import type { Appointment } from './appointment.ts'
import { book } from './booking.ts'
import type { Calendar } from './calendar.ts'
import { drawPersona } from './persona.ts'
import { Random } from './random.ts'
import { FIRST_DAY, LAST_DAY } from './salon-time.ts'

const WALK_INS_STREAM = 6
const SHARE_OF_DAYS = 0.28
const NOBODY_BUSY: ReadonlySet<Day> = new Set()

/** People from the street who leave no name: mostly a quick cut, brows or a manicure, paid on the spot. */
export function walkIns(seed: number, calendar: Calendar): Appointment[] {
  const random = new Random(seed, WALK_INS_STREAM)
  const found: Appointment[] = []
  for (let day = Math.max(FIRST_DAY, dayOf(2023, 4, 10)); day <= LAST_DAY; day++) {
    if (!random.chance(SHARE_OF_DAYS)) continue
    const service = random.weighted(['Стрижка чоловіча', 'Корекція брів', 'Манікюр'] as const, (each) =>
      each === 'Стрижка чоловіча' ? 5 : 1,
    )
    const persona = { ...drawPersona({ day, occasion: 'newClient' }, random), days: 'any' as const }
    const visit = book({ day, earliest: day, service, addOns: [] }, persona, NOBODY_BUSY, calendar, random)
    if (!visit) continue
    visit.bookedAt = visit.start - random.between(1, 12)
    visit.requested = null
    found.push(visit)
  }
  return found.filter(({ start }) => start < (LAST_DAY + 1) * 1440)
}
