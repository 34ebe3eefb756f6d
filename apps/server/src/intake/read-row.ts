import { NO_DAY, STATUSES, type Status } from '@comeback/retention'
import { NO_BIRTHDAY } from '../birthday.ts'
import type { ClientLanguage } from '../languages.ts'
import { readAmount } from './amounts/amounts.ts'
import { BirthdayReader } from './dates/birthday-reader.ts'
import { type DateOrder, DateReader } from './dates/dates.ts'
import type { ColumnPlaces, Field } from './fields.ts'
import type { IntakeSettings } from './options.ts'
import type { RejectCode } from './parsed-book.ts'
import { PhoneReader } from './phones.ts'
import { statusByFlags } from './statuses/flags.ts'
import { readStatus } from './statuses/words.ts'
import { readConsent, readKind, readRequested } from './words/answers.ts'
import { readClientLanguage } from './words/client-languages.ts'
import { Zone } from './zone.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000
/** Excel's own limit of a cell; a longer one is a row that swallowed others. */
const LONGEST_CELL = 32_767

/** Reads the cells of one row into its own fields, for the preview and for the book alike: no object a row. */
export class RowReader {
  /** what was wrong with the last row, and where */
  fault: RejectCode | null = null
  faultField: Field | null = null

  day = NO_DAY
  /** milliseconds after local midnight */
  time = 0
  hasTime = false
  /** UTC milliseconds, NaN unknown */
  startsAt = Number.NaN
  bookedAt = Number.NaN
  cancelledAt = Number.NaN
  /** index into STATUSES */
  status = 0
  price = Number.NaN
  discount = Number.NaN
  product = 0
  requested = 0
  /** agreed to marketing: 0 unknown, 1 yes, 2 no */
  marketing = 0
  /** digits of E.164, 0 none */
  phone = 0
  phoneUnreadable = false
  /** NO_BIRTHDAY or UNREADABLE_BIRTHDAY where there is none */
  birthday = NO_BIRTHDAY
  language: ClientLanguage = ''
  /** a language is named, and none of ours */
  languageUnknown = false

  readonly zone: Zone
  readonly places: ColumnPlaces
  readonly #order: DateOrder
  readonly #exponent: number
  readonly #width: number
  readonly #lastPlace: number
  readonly #statusOfBlank: number
  readonly #date = new DateReader()
  readonly #phones: PhoneReader
  readonly #birthdays: BirthdayReader
  readonly #statuses = new Map<string, number>()
  readonly #meant: IntakeSettings['statuses']
  readonly #hasFlags: boolean
  #lastWord = ''
  #lastStatus = 0

  /**
   * @param width number of cells of the header
   * @param assumed status of rows that name none
   */
  constructor(places: ColumnPlaces, width: number, order: DateOrder, settings: IntakeSettings, assumed: Status | null) {
    this.places = places
    this.#width = width
    this.#order = order
    this.#exponent = settings.exponent
    this.#meant = settings.statuses
    this.#phones = new PhoneReader(settings.country)
    this.#birthdays = new BirthdayReader(order, settings.today)
    this.#statusOfBlank = STATUSES.indexOf(assumed ?? 'blank')
    this.#lastStatus = this.#statusOfBlank
    this.#hasFlags = places.is_cancelled >= 0 || places.is_no_show >= 0 || places.is_done >= 0
    this.zone = new Zone(settings.timeZone)
    this.#lastPlace = Math.max(...Object.values(places))
  }

  /** False when the row cannot be used; `fault` and `faultField` say why. */
  read(cells: readonly string[]): boolean {
    this.fault = null
    this.faultField = null
    return this.#readShape(cells) && this.#readDates(cells) && this.#readMoney(cells) && this.#readWords(cells)
  }

  /** The text of a field as it stands in the file, '' when there is no such column. */
  text(cells: readonly string[], field: Field): string {
    const place = this.places[field]
    return place < 0 ? '' : (cells[place] ?? '')
  }

  /** The master's name, put together where it stands in two columns. */
  staff(cells: readonly string[]): string {
    const name = this.text(cells, 'staff')
    const place = this.places.staff_last_name
    return place < 0 ? name : `${name.trim()} ${cells[place]!.trim()}`.trim()
  }

  #fail(fault: RejectCode, field: Field | null): false {
    this.fault = fault
    this.faultField = field
    return false
  }

  #readShape(cells: readonly string[]): boolean {
    const { length } = cells
    if (length <= this.#lastPlace) return this.#fail('wrongColumnCount', null)
    for (let i = this.#width; i < length; i++) {
      if (cells[i]!.trim() !== '') return this.#fail('wrongColumnCount', null)
    }
    for (let i = 0; i < length; i++) if (cells[i]!.length > LONGEST_CELL) return this.#fail('rowTooLong', null)
    return true
  }

  #readDates(cells: readonly string[]): boolean {
    const { starts_at, time, booked_at, cancelled_at } = this.places
    const start = cells[starts_at]!
    if (!this.#date.read(start, this.#order)) {
      return this.#fail(start.trim() === '' ? 'missingDate' : 'impossibleDate', 'starts_at')
    }
    if (time >= 0 && !this.#date.hasTime && cells[time] !== '') {
      if (!this.#date.readTime(cells[time]!) && cells[time]!.trim() !== '') return this.#fail('badTime', 'time')
    }
    this.startsAt = this.#instant()
    this.hasTime = this.#date.hasTime
    this.day = this.#date.day
    this.time = this.#date.time
    if (!Number.isNaN(this.#date.offset)) {
      const local = this.zone.toLocal(this.startsAt)
      this.day = Math.floor(local / MS_PER_DAY)
      this.time = local - this.day * MS_PER_DAY
    }
    if (!this.#readInstant(cells, booked_at)) return this.#fail('impossibleDate', 'booked_at')
    this.bookedAt = this.#lastInstant
    if (!this.#readInstant(cells, cancelled_at)) return this.#fail('impossibleDate', 'cancelled_at')
    this.cancelledAt = this.#lastInstant
    return true
  }

  #lastInstant = Number.NaN

  #readInstant(cells: readonly string[], place: number): boolean {
    this.#lastInstant = Number.NaN
    const text = place < 0 ? '' : cells[place]!
    if (text === '') return true
    if (!this.#date.read(text, this.#order)) return isDash(text)
    this.#lastInstant = this.#instant()
    return true
  }

  #instant(): number {
    const { day, time, offset } = this.#date
    if (Number.isNaN(offset)) return this.zone.toInstant(day, time)
    return day * MS_PER_DAY + time - offset * MS_PER_MINUTE
  }

  #readMoney(cells: readonly string[]): boolean {
    const price = readAmount(this.text(cells, 'price'), this.#exponent)
    if (typeof price === 'string') return this.#fail(price, 'price')
    const discount = readAmount(this.text(cells, 'discount'), this.#exponent)
    if (typeof discount === 'string') return this.#fail(discount, 'discount')
    this.price = price
    this.discount = discount
    return true
  }

  #readWords(cells: readonly string[]): boolean {
    const { status, kind, requested, phone, marketing_consent, birthday, language } = this.places
    const word = status < 0 ? '' : cells[status]!
    if (word !== this.#lastWord) {
      this.#lastStatus = word === '' ? this.#statusOfBlank : (this.#statuses.get(word) ?? this.#readStatus(word))
      this.#lastWord = word
    }
    if (this.#lastStatus < 0) return this.#fail('badStatus', 'status')
    this.status = this.#hasFlags ? statusByFlags(this.places, cells, this.#lastStatus) : this.#lastStatus
    const product = kind < 0 ? 0 : readKind(cells[kind]!)
    if (product === null) return this.#fail('badKind', 'kind')
    this.product = product
    this.requested = requested < 0 ? 0 : readRequested(cells[requested]!)
    this.marketing = marketing_consent < 0 ? 0 : readConsent(cells[marketing_consent]!)
    const number = phone < 0 ? 0 : this.#phones.read(cells[phone]!)
    this.phoneUnreadable = number < 0
    this.phone = Math.max(number, 0)
    this.birthday = birthday < 0 ? NO_BIRTHDAY : this.#birthdays.read(cells[birthday]!)
    const named = language < 0 ? '' : cells[language]!
    this.language = readClientLanguage(named)
    this.languageUnknown = this.language === '' && named.trim() !== ''
    return true
  }

  #readStatus(word: string): number {
    const status = readStatus(word, this.#meant)
    const code = status === null ? -1 : STATUSES.indexOf(status)
    // an unknown word is not remembered: a column of free text would fill the memory
    if (code >= 0) this.#statuses.set(word, code)
    return code
  }
}

function isDash(text: string): boolean {
  const trimmed = text.trim()
  return trimmed === '' || trimmed === '-' || trimmed === '—'
}
