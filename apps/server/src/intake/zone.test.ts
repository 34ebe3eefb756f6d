import { expect, it } from 'vitest'
import { Zone } from './zone.ts'

const kyiv = new Zone('Europe/Kyiv')

function split(local: number): [day: number, time: number] {
  const day = Math.floor(local / 86_400_000)
  return [day, local - day * 86_400_000]
}

it.each([
  ['2025-01-15T10:00', '2025-01-15T08:00:00.000Z'],
  ['2025-07-15T10:00', '2025-07-15T07:00:00.000Z'],
  // the clocks go from 03:00 to 04:00: a time between counts from before the change
  ['2025-03-30T03:30', '2025-03-30T01:30:00.000Z'],
  // 03:30 comes twice: the first one
  ['2025-10-26T03:30', '2025-10-26T00:30:00.000Z'],
  ['2025-10-26T04:30', '2025-10-26T02:30:00.000Z'],
])('%s in Kyiv is %s', (local, instant) => {
  expect(new Date(kyiv.toInstant(...split(Date.parse(`${local}Z`)))).toISOString()).toBe(instant)
})

it('agrees with Temporal on every hour of two years, both ways', () => {
  for (const timeZone of ['Europe/Kyiv', 'America/Vancouver', 'Asia/Kathmandu', 'Pacific/Apia']) {
    const zone = new Zone(timeZone)
    for (let local = Date.UTC(2011, 6, 1); local < Date.UTC(2013, 6, 1); local += 5 * 3_600_000) {
      const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
      const zoned = plain.toZonedDateTime(timeZone)
      expect(zone.toInstant(...split(local))).toBe(zoned.epochMilliseconds)
      const there = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO(timeZone)
      expect(zone.toLocal(local)).toBe(local + there.offsetNanoseconds / 1e6)
    }
  }
})

it('refuses a zone that does not exist', () => {
  expect(() => new Zone('Europe/Atlantis')).toThrow('badSetting')
})
