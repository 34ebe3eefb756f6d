import { IntakeError } from './errors.ts'

const MS_PER_DAY = 86_400_000

/**
 * Turns local times of one IANA time zone into instants and back. Temporal is asked once for each distinct day; only
 * on the days around a clock change is it asked for every value, where it resolves gaps and overlaps as `compatible`.
 */
export class Zone {
  readonly timeZone: string
  #byUtcDay = new Map<number, number>()
  #byLocalDay = new Map<number, number>()

  constructor(timeZone: string) {
    this.timeZone = timeZone
    try {
      this.#offsetAt(0)
    } catch {
      throw new IntakeError('badSetting', { field: 'timeZone', value: timeZone })
    }
  }

  /** UTC milliseconds of a local time given as milliseconds since 1970-01-01 00:00 local. */
  toInstant(local: number): number {
    const day = Math.floor(local / MS_PER_DAY)
    let offset = this.#byLocalDay.get(day)
    if (offset === undefined) {
      const before = this.#offsetAt((day - 1) * MS_PER_DAY)
      offset = before === this.#offsetAt((day + 2) * MS_PER_DAY) ? before : Number.NaN
      this.#byLocalDay.set(day, offset)
    }
    if (!Number.isNaN(offset)) return local - offset
    return Temporal.Instant.fromEpochMilliseconds(local)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .toZonedDateTime(this.timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  }

  /** The reverse: local milliseconds since 1970-01-01 00:00 local. */
  toLocal(instant: number): number {
    const day = Math.floor(instant / MS_PER_DAY)
    let offset = this.#byUtcDay.get(day)
    if (offset === undefined) {
      const before = this.#offsetAt(day * MS_PER_DAY)
      offset = before === this.#offsetAt((day + 1) * MS_PER_DAY) ? before : Number.NaN
      this.#byUtcDay.set(day, offset)
    }
    return instant + (Number.isNaN(offset) ? this.#offsetAt(instant) : offset)
  }

  #offsetAt(instant: number): number {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone)
    return zoned.offsetNanoseconds / 1e6
  }
}
