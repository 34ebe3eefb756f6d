import { type Day, dataThrough, formatDay, type LineTable, NO_DAY, STATUSES } from '@comeback/retention'
import { parseBirthday, placeholderBirthdays } from '../birthday.ts'
import type { Assembly } from './assemble.ts'
import { type DataQuality, type ParsedBook, STATUS_SOURCES } from './parsed-book.ts'
import { sameContacts } from './same-contacts.ts'

const BLANK = STATUSES.indexOf('blank')
const SCHEDULED = STATUSES.indexOf('scheduled')

/** What is known of each appointment as a whole. */
interface AppointmentFacts {
  /** some line is a service, and the appointment is no refund */
  service: Uint8Array
  refund: Uint8Array
  unpriced: Uint8Array
  unstaffed: Uint8Array
}

/** One pass over the lines; a refund is an appointment of nothing but negative revenue (METRICS). */
export function appointmentFacts({ length, appointment, revenue, product, staff }: LineTable): AppointmentFacts {
  const count = length === 0 ? 0 : appointment.reduce((most, a) => Math.max(most, a), 0) + 1
  const refund = new Uint8Array(count).fill(1)
  const service = new Uint8Array(count)
  const unpriced = new Uint8Array(count)
  const unstaffed = new Uint8Array(count)
  for (let line = 0; line < length; line++) {
    const a = appointment[line]!
    if (!(revenue[line]! < 0)) refund[a] = 0
    if (product[line] === 1) continue
    service[a] = 1
    if (Number.isNaN(revenue[line])) unpriced[a] = 1
    if (staff[line] === 0) unstaffed[a] = 1
  }
  for (let a = 0; a < count; a++) if (refund[a] === 1) service[a] = 0
  return { service, refund, unpriced, unstaffed }
}

/** Day at whose end reports are told unless asked otherwise (METRICS rule 2); `null` without a single service. */
export function defaultAsOf(lines: LineTable, today: Day): Day | null {
  const latest = dataThrough(lines)
  return latest === NO_DAY ? null : Math.min(latest, today)
}

/** Counts of what a person should know before believing a number; `asOf` null: there is no service at all. */
export function dataQuality(
  book: ParsedBook,
  assembly: Assembly,
  facts: AppointmentFacts,
  asOf: Day | null,
): DataQuality {
  const { lines, clients } = book
  const quality: DataQuality = {
    rows: assembly.rows,
    used: lines.length,
    rejected: assembly.rejects.count,
    appointments: facts.service.length,
    clients: clients.key.length,
    firstDay: null,
    lastDay: null,
    statusSource: { explicit: 0, paid: 0, inferred: 0 },
    pastWithoutStatus: 0,
    withoutClient: 0,
    withoutPhone: 0,
    withoutPrice: 0,
    withoutStaff: 0,
    withoutBookedAt: 0,
    probableDuplicates: sameContacts(clients.phone, clients.email).count,
    severalPhones: clients.key.length === 0 ? 0 : assembly.clients.severalPhones.size,
    unreadablePhones: assembly.unreadablePhones,
    severalBirthdays: clients.key.length === 0 ? 0 : assembly.clients.severalBirthdays.size,
    unreadableBirthdays: assembly.unreadableBirthdays,
    unknownLanguages: assembly.unknownLanguages,
    placeholderBirthdays: countPlaceholders(clients.birthday),
    sharedReceipts: assembly.sharedReceipts,
    refunds: facts.refund.reduce((sum, each) => sum + each, 0),
    products: lines.product.reduce((sum, each) => sum + each, 0),
  }
  countAppointments(quality, book, facts, asOf)
  return quality
}

function countPlaceholders(texts: readonly string[]): number {
  const birthdays = texts.map(parseBirthday)
  const placeholders = placeholderBirthdays(birthdays)
  return birthdays.filter((birthday) => placeholders.has(birthday)).length
}

function countAppointments(quality: DataQuality, book: ParsedBook, facts: AppointmentFacts, asOf: Day | null): void {
  const { lines, clients } = book
  const seen = new Uint8Array(facts.service.length)
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let line = 0; line < lines.length; line++) {
    const day = lines.day[line]!
    if (day < first) first = day
    if (day > last) last = day
    const a = lines.appointment[line]!
    if (seen[a] === 1 || facts.service[a] === 0) continue
    seen[a] = 1
    const client = lines.client[line]!
    const status = lines.status[line]
    quality.statusSource[STATUS_SOURCES[book.statusSource[line]!]!]++
    if (asOf !== null && day <= asOf && (status === BLANK || status === SCHEDULED)) quality.pastWithoutStatus++
    if (client < 0) quality.withoutClient++
    else if (clients.phone[client] === '') quality.withoutPhone++
    quality.withoutPrice += facts.unpriced[a]!
    quality.withoutStaff += facts.unstaffed[a]!
    if (Number.isNaN(book.bookedAt[line])) quality.withoutBookedAt++
  }
  if (lines.length === 0) return
  quality.firstDay = formatDay(first)
  quality.lastDay = formatDay(last)
}
