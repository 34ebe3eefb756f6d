import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { IntakeError } from './errors.ts'
import { TextIndex } from './text-index.ts'
import { isPlaceholderId, isPlaceholderPhone } from './words/placeholders.ts'

/**
 * Reads phone numbers as numbers: the digits of E.164, of which there are at most 15, fit into one and cost no object.
 * Each text is parsed once, as the library takes some 10 µs.
 */
export class PhoneReader {
  readonly #country: CountryCode
  readonly #texts = new TextIndex()
  /** what each text of #texts was read as */
  readonly #read: number[] = []

  /** @param country ISO 3166 code that numbers without one belong to */
  constructor(country: string) {
    if (!isSupportedCountry(country)) throw new IntakeError('badSetting', { field: 'country', value: country })
    this.#country = country
  }

  /** Digits of the phone, 0 when blank or a placeholder such as 0000000000, −1 when it is no phone number. */
  read(text: string): number {
    if (text === '') return 0
    const plain = ukrainianE164(text)
    if (plain > 0) return plain
    const i = this.#texts.indexOf(text)
    if (i === this.#read.length) {
      const phone = this.#parse(text)
      this.#read.push(phone === null ? -1 : Number(phone.slice(1)))
    }
    return this.#read[i]!
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
    return first === text ? null : this.#parse(first)
  }
}

/** E.164 text of a phone, '' for 0. */
export function phoneText(phone: number): string {
  return phone > 0 ? `+${phone}` : ''
}

/** `+380` and nine digits that are not all the same, the commonest form of all; 0 when it is not that. */
function ukrainianE164(text: string): number {
  if (text.length !== 13 || !text.startsWith('+380')) return 0
  const first = text.charCodeAt(4)
  let phone = 380
  let same = true
  for (let i = 4; i < 13; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return 0
    if (code !== first) same = false
    phone = phone * 10 + code - 48
  }
  return same ? 0 : phone
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
