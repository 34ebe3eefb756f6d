import { dayOf } from '@comeback/retention'
import { IntakeError } from './errors.ts'

const MS_PER_DAY = 86_400_000
/** Days a visit may be dated, with room for the shift between zones. */
const FIRST_DAY = dayOf(1949, 12, 1)
const LAST_DAY = dayOf(2101, 2, 1)
/** Offsets still to be asked for, and those that change within the day. */
const NOT_ASKED = Number.POSITIVE_INFINITY
const CHANGES = Number.NaN

/**
 * Turns local times of one IANA time zone into instants and back. Temporal is asked once for each distinct day; only
 * on the days around a clock change is it asked for every value, where it resolves gaps and overlaps as `compatible`.
 */
export class Zone {
  readonly timeZone: string
  readonly #byUtcDay = new Float64Array(LAST_DAY - FIRST_DAY).fill(NOT_ASKED)
  readonly #byLocalDay = new Float64Array(LAST_DAY - FIRST_DAY).fill(NOT_ASKED)

  constructor(timeZone: string) {
    this.timeZone = timeZone
    try {
      this.#offsetAt(0)
    } catch {
      throw new IntakeError('badSetting', { field: 'timeZone', value: timeZone })
    }
  }

  /** UTC milliseconds of a local day, of the years 1950–2100, and milliseconds after its midnight. */
  toInstant(day: number, time: number): number {
    const local = day * MS_PER_DAY + time
    let offset = this.#byLocalDay[day - FIRST_DAY]!
    if (offset === NOT_ASKED) {
      offset = this.#offsetOfLocalDay(day)
      this.#byLocalDay[day - FIRST_DAY] = offset
    }
    if (!Number.isNaN(offset)) return local - offset
    return Temporal.Instant.fromEpochMilliseconds(local)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .toZonedDateTime(this.timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  }

  /** The reverse, as one number: local milliseconds since 1970-01-01 00:00 local. */
  toLocal(instant: number): number {
    const day = Math.floor(instant / MS_PER_DAY)
    let offset = this.#byUtcDay[day - FIRST_DAY]!
    if (offset === NOT_ASKED) {
      const before = this.#offsetAt(day * MS_PER_DAY)
      offset = before === this.#offsetAt((day + 1) * MS_PER_DAY) ? before : CHANGES
      this.#byUtcDay[day - FIRST_DAY] = offset
    }
    return instant + (Number.isNaN(offset) ? this.#offsetAt(instant) : offset)
  }

  /** The offset all through a local day, if it is the same at both its ends. */
  #offsetOfLocalDay(day: number): number {
    const midnight = day * MS_PER_DAY
    const offset = this.#offsetAt(midnight - this.#offsetAt(midnight))
    const atBoth = [midnight - offset, midnight - offset + MS_PER_DAY].every((end) => this.#offsetAt(end) === offset)
    return atBoth ? offset : CHANGES
  }

  #offsetAt(instant: number): number {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone)
    return zoned.offsetNanoseconds / 1e6
  }
}
