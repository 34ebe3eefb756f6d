import { formatDay } from '@comeback/retention'
import { NO_BIRTHDAY } from '../birthday.ts'
import { Appointments, SlotIndex } from './appointments/appointments.ts'
import { SharedIds } from './appointments/shared-ids.ts'
import { Clients } from './clients.ts'
import { UNREADABLE_BIRTHDAY } from './dates/birthday-reader.ts'
import { detach } from './detach.ts'
import type { Field } from './fields.ts'
import { Interner, ServiceInterner } from './interner.ts'
import { LineColumns } from './line-columns.ts'
import type { IntakeSettings } from './options.ts'
import type { RejectCode } from './parsed-book.ts'
import type { RowReader } from './read-row.ts'
import type { RejectList } from './reject-list.ts'
import { TextIndex } from './text-index.ts'

const MS_PER_MINUTE = 60_000

/** Takes the rows of a file one after another and groups them into appointments. */
export class Assembly {
  rows = 0
  unreadablePhones = 0
  unreadableBirthdays = 0
  unknownLanguages = 0
  /** rows of another client than the first one of their bill */
  sharedReceipts = 0
  readonly lines: LineColumns
  readonly appointments: Appointments
  readonly clients: Clients
  readonly staff = new Interner()
  readonly service = new ServiceInterner()
  readonly location = new Interner()
  readonly source = new Interner()
  readonly bookedBy = new Interner()
  readonly rejects: RejectList
  readonly #names: readonly string[]
  readonly #reader: RowReader
  readonly #slots: SlotIndex
  readonly #ids: TextIndex
  readonly #shared: SharedIds

  /**
   * @param names names of the columns, for the rejects
   * @param expectedRows what to make room for; more is no error
   */
  constructor(
    reader: RowReader,
    names: readonly string[],
    settings: IntakeSettings,
    rejects: RejectList,
    expectedRows: number,
  ) {
    this.#reader = reader
    this.#names = names
    this.rejects = rejects
    this.lines = new LineColumns(expectedRows)
    this.appointments = new Appointments(expectedRows)
    this.#slots = new SlotIndex(this.appointments)
    this.#shared = new SharedIds(this.appointments)
    const hasIds = reader.places.appointment_id >= 0 || reader.places.receipt >= 0
    this.#ids = new TextIndex(hasIds ? expectedRows : 1)
    this.clients = new Clients(settings.joinBy)
  }

  add(cells: readonly string[], row: number): void {
    const reader = this.#reader
    this.rows++
    if (!reader.read(cells)) {
      this.#reject(cells, row, reader.fault!, reader.faultField)
      return
    }
    const rawId = reader.text(cells, 'client_id')
    const rawEmail = reader.text(cells, 'email')
    const client = this.clients.of(rawId, reader.phone, rawEmail, this.#name(cells), reader.marketing)
    if (reader.phoneUnreadable) {
      if (client < 0) {
        this.#reject(cells, row, 'badPhoneOnlyIdentity', 'phone')
        return
      }
      this.unreadablePhones++
    }
    if (reader.language !== '' && client >= 0) this.clients.reads(client, reader.language)
    if (reader.languageUnknown) this.unknownLanguages++
    if (reader.birthday > NO_BIRTHDAY && client >= 0) this.clients.bornOn(client, reader.birthday)
    else if (reader.birthday === UNREADABLE_BIRTHDAY) this.unreadableBirthdays++
    const location = this.location.indexOf(reader.text(cells, 'location'))
    const a = this.#appointmentOf(cells, client, location)
    const source = this.source.indexOf(reader.text(cells, 'source'))
    this.appointments.join(a, reader.day, reader.status, location, source)
    this.#keepBooking(a, this.bookedBy.indexOf(reader.text(cells, 'booked_by')))
    this.#addLine(cells, row, a)
  }

  #reject(cells: readonly string[], row: number, code: RejectCode, field: Field | null): void {
    const place = field === null ? -1 : this.#reader.places[field]
    const column = place < 0 ? null : this.#names[place]!
    this.rejects.add({ row, column, code, value: detach(place < 0 ? '' : (cells[place] ?? '')) })
  }

  /** A row whose quotes do not match may hold pieces of others. */
  rejectBroken(row: number, cells: readonly string[]): void {
    this.rows++
    this.rejects.add({ row, column: null, code: 'badQuotes', value: detach(cells.join(' ').slice(0, 100)) })
  }

  /** Once all rows are read: who shares an id with whom is known only now. */
  settle(): void {
    const into = this.#shared.settle(this.clients.same())
    if (into === null) return
    const { lines, appointments } = this
    for (let line = 0; line < lines.length; line++) {
      const a = into[lines.appointment[line]!]!
      lines.appointment[line] = a
      if (appointments.client[a]! >= 0 && !this.#shared.isFirst(a)) this.sharedReceipts++
    }
  }

  /** What the file calls appointment a, undefined when it has no name of its own. */
  idOf(a: number): string | undefined {
    const id = this.appointments.id[a]!
    return id < 0 ? undefined : this.#ids.textOf(id)
  }

  /** What the numbers are of: two exports of one system may number both. */
  get idPrefix(): string {
    return this.#reader.places.receipt >= 0 ? 'receipt:' : 'id:'
  }

  #name(cells: readonly string[]): string {
    const { first_name, last_name } = this.#reader.places
    if (first_name < 0 && last_name < 0) return this.#reader.text(cells, 'client_name')
    const parts = [this.#reader.text(cells, 'first_name').trim(), this.#reader.text(cells, 'last_name').trim()]
    return parts.filter((part) => part !== '').join(' ') || this.#reader.text(cells, 'client_name')
  }

  #appointmentOf(cells: readonly string[], client: number, location: number): number {
    const { day, startsAt } = this.#reader
    const id = this.#ownId(cells, location)
    if (id === '') {
      // people without an identity are not one person because they came at one time
      if (client < 0) return this.appointments.add(client, day, startsAt, location)
      return this.#slots.find(client, day, startsAt, location)
    }
    return this.#shared.find(this.#ids.indexOf(id), client, day, startsAt, location)
  }

  #ownId(cells: readonly string[], location: number): string {
    const { appointment_id, receipt } = this.#reader.places
    if (appointment_id >= 0) return cells[appointment_id]!.trim()
    if (receipt < 0) return ''
    const number = cells[receipt]!.trim()
    // tills begin again at 1, each year or in each branch
    return number === '' ? '' : `${number}|${formatDay(this.#reader.day)}|${this.location.names[location]}`
  }

  #keepBooking(a: number, bookedBy: number): void {
    const { bookedAt, cancelledAt, price } = this.#reader
    const { appointments } = this
    if (appointments.bookedBy[a] === 0) appointments.bookedBy[a] = bookedBy
    appointments.keepTimes(a, bookedAt, cancelledAt)
    if (price > 0) appointments.paid[a] = 1
  }

  #addLine(cells: readonly string[], row: number, a: number): void {
    const reader = this.#reader
    const { lines } = this
    const line = lines.add()
    lines.appointment[line] = a
    lines.day[line] = reader.day
    lines.start[line] = Math.floor(reader.time / MS_PER_MINUTE)
    lines.status[line] = reader.status
    lines.staff[line] = this.staff.indexOf(reader.staff(cells))
    lines.service[line] = this.service.indexOf(reader.text(cells, 'service'), reader.text(cells, 'category'))
    lines.product[line] = reader.product
    lines.row[line] = row
    lines.startsAt[line] = reader.startsAt
    lines.price[line] = reader.price
    lines.discount[line] = reader.discount
    lines.requested[line] = reader.requested
  }
}
