import { dayOf, formatDay } from '@comeback/retention'
import type { Persona } from './persona.ts'
import { Random } from './random.ts'

const BIRTHDAY_STREAM = 15

const KNOWN = 0.7
/** What a receptionist types to get past the field. */
const MADE_UP = 0.015
const PLACEHOLDER = '1990-01-01'
const WITHOUT_YEAR = 0.12

const BORN = {
  women: [dayOf(1962, 1, 1), dayOf(2006, 12, 31)],
  men: [dayOf(1962, 1, 1), dayOf(2006, 12, 31)],
  children: [dayOf(2012, 1, 1), dayOf(2020, 12, 31)],
} as const satisfies Record<Persona['audience'], readonly [number, number]>

/**
 * A client's birthday as the file has it, '' where the salon does not know it. It is drawn from a stream of the client's
 * own, so that nothing else of the demo depends on it.
 */
export function drawBirthday({ audience }: Pick<Persona, 'audience'>, seed: number, number: number): string {
  const random = new Random(seed, BIRTHDAY_STREAM, number)
  if (random.chance(MADE_UP)) return PLACEHOLDER
  if (!random.chance(KNOWN)) return ''
  const text = formatDay(random.between(...BORN[audience]))
  return random.chance(WITHOUT_YEAR) ? `-${text.slice(4)}` : text
}
