import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { detach } from './detach.ts'
import { IntakeError } from './errors.ts'
import { isPlaceholderId, isPlaceholderPhone } from './words/placeholders.ts'

/** Reads phone numbers into E.164 and remembers each text it has seen: the library takes some 10 µs a number. */
export class PhoneReader {
  readonly #country: CountryCode
  readonly #seen = new Map<string, string | null>()

  /** @param country ISO 3166 code that numbers without one belong to */
  constructor(country: string) {
    if (!isSupportedCountry(country)) throw new IntakeError('badSetting', { field: 'country', value: country })
    this.#country = country
  }

  /** E.164, '' when blank or a placeholder such as 0000000000, `null` when it is no phone number. */
  read(text: string): string | null {
    if (isUkrainianE164(text)) return text
    const known = this.#seen.get(text)
    if (known !== undefined) return known
    const phone = this.#parse(text)
    this.#seen.set(detach(text), phone)
    return phone
  }

  #parse(text: string): string | null {
    const digits = text.replace(/\D/g, '')
    if (digits === '') return isPlaceholderId(text) ? '' : null
    if (isPlaceholderPhone(digits)) return ''
    const ukrainian = this.#country === 'UA' ? ukrainianNumber(text, digits) : null
    if (ukrainian !== null) return ukrainian
    const parsed = parsePhoneNumberFromString(international(text, digits), this.#country)
    if (parsed?.isPossible()) return parsed.number
    const first = text.split(/[,;/]/)[0]!
    return first === text ? null : this.read(first)
  }
}

/** `+380` and nine digits that are not all the same: nothing to look up, and the commonest form of all. */
function isUkrainianE164(text: string): boolean {
  if (text.length !== 13 || !text.startsWith('+380')) return false
  let same = true
  for (let i = 4; i < 13; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return false
    if (text.charCodeAt(i) !== text.charCodeAt(4)) same = false
  }
  return !same
}

/** Common ways to write a Ukrainian number, without the library: 380…, 0…, and 80… of the years before 2009. */
function ukrainianNumber(text: string, digits: string): string | null {
  if (digits.length === 12 && digits.startsWith('380')) return `+${digits}`
  if (text.includes('+')) return null
  if (digits.length === 10 && digits.startsWith('0') && digits[1] !== '0') return `+38${digits}`
  return digits.length === 11 && digits.startsWith('80') ? `+3${digits}` : null
}

/** Exports drop the plus before a country's code, or write 00 for it. */
function international(text: string, digits: string): string {
  if (text.includes('+')) return text
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.length >= 12 ? `+${digits}` : text
}
