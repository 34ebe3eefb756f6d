import { manName, type PersonName, transliterate, womanName } from './names.ts'
import type { Persona } from './persona.ts'
import type { Random } from './random.ts'

export interface Identity {
  name: string
  phone: string
  email: string
}

/**
 * 92 and 94 belonged to small networks of the past: phone checks take the numbers for mobile ones, and with a
 * subscriber number that begins with 0 they were nobody's even then.
 */
const MOBILE_CODES = ['92', '94'] as const

const WITHOUT_PHONE = 0.02
const WITHOUT_EMAIL = 0.38

/** Name, phone (E.164) and e-mail at the domain reserved for examples; '' for what the salon does not know. */
export function drawIdentity(persona: Pick<Persona, 'audience'>, number: number, random: Random): Identity {
  const name =
    persona.audience === 'women' || (persona.audience === 'children' && random.chance(0.3))
      ? womanName(random)
      : manName(random)
  const phone = `+380${random.pick(MOBILE_CODES)}0${String(random.between(0, 999_999)).padStart(6, '0')}`
  const email = random.chance(WITHOUT_EMAIL) || persona.audience === 'children' ? '' : emailOf(name, number)
  return { name: `${name.first} ${name.last}`, phone: email && random.chance(WITHOUT_PHONE) ? '' : phone, email }
}

function emailOf(name: PersonName, number: number): string {
  return `${transliterate(name.first)}.${transliterate(name.last)}${number}@example.com`
}
