import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { detach } from './detach.ts'
import { IntakeError } from './errors.ts'
import { TextIndex } from './text-index.ts'
import { isPlaceholderId, isPlaceholderPhone } from './words/placeholders.ts'

/** Reads phone numbers and numbers them; each text is parsed once: the library takes some 10 µs a number. */
export class PhoneReader {
  readonly #country: CountryCode
  readonly #texts = new TextIndex()
  /** by number of the text as it stands: number of the phone, 0 blank, −1 unreadable */
  readonly #read: number[] = []
  readonly #phones: string[] = ['']
  readonly #numbers = new Map<string, number>([['', 0]])

  /** @param country ISO 3166 code that numbers without one belong to */
  constructor(country: string) {
    if (!isSupportedCountry(country)) throw new IntakeError('badSetting', { field: 'country', value: country })
    this.#country = country
  }

  /** Number of the phone, 0 when blank or a placeholder such as 0000000000, −1 when it is no phone number. */
  read(text: string): number {
    if (text === '') return 0
    const i = this.#texts.indexOf(text)
    if (i === this.#read.length) this.#read.push(this.#numberOf(this.#parse(text)))
    return this.#read[i]!
  }

  /** E.164 text of a phone by its number, '' for 0. */
  textOf = (phone: number): string => this.#phones[phone] ?? ''

  #numberOf(phone: string | null): number {
    if (phone === null) return -1
    let number = this.#numbers.get(phone)
    if (number === undefined) {
      number = this.#phones.push(detach(phone)) - 1
      this.#numbers.set(this.#phones[number]!, number)
    }
    return number
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
