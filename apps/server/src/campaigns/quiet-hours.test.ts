import { expect, test } from 'vitest'
import { instantOf, nextAllowed } from './quiet-hours.ts'

const NIGHT = { from: '21:00', to: '09:00' }

/** Clocks in Kyiv go from 03:00 to 04:00 on 29 March 2026 and from 04:00 to 03:00 on 25 October 2026. */
test.each([
  ['12:00 is let through', '2026-05-10T12:00', NIGHT, '2026-05-10T12:00'],
  ['09:00 too', '2026-05-10T09:00', NIGHT, '2026-05-10T09:00'],
  ['20:59 too', '2026-05-10T20:59', NIGHT, '2026-05-10T20:59'],
  ['21:00 waits for the morning', '2026-05-10T21:00', NIGHT, '2026-05-11T09:00'],
  ['02:00 waits for the same morning', '2026-05-10T02:00', NIGHT, '2026-05-10T09:00'],
  ['the night that is an hour shorter', '2026-03-28T22:00', NIGHT, '2026-03-29T09:00'],
  ['the night that is an hour longer', '2026-10-24T22:00', NIGHT, '2026-10-25T09:00'],
  ['the end of a month', '2026-12-31T23:00', NIGHT, '2027-01-01T09:00'],
  ['quiet at noon', '2026-05-10T13:30', { from: '13:00', to: '14:00' }, '2026-05-10T14:00'],
  ['before quiet at noon', '2026-05-10T12:59', { from: '13:00', to: '14:00' }, '2026-05-10T12:59'],
  ['no quiet hours', '2026-05-10T03:00', null, '2026-05-10T03:00'],
  ['equal ends', '2026-05-10T03:00', { from: '09:00', to: '09:00' }, '2026-05-10T03:00'],
  ['an end in the hour that is skipped', '2026-03-29T01:00', { from: '00:00', to: '03:30' }, '2026-03-29T04:30'],
])('%s', (_, local, quiet, expected) => {
  const allowed = nextAllowed(instantOf(local, 'Europe/Kyiv'), 'Europe/Kyiv', quiet)
  expect(allowed.toZonedDateTimeISO('Europe/Kyiv').toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(
    expected,
  )
})

test('a local time that comes twice is the first, one that never comes the hour after', () => {
  expect(instantOf('2026-10-25T03:30', 'Europe/Kyiv').toString()).toBe('2026-10-25T00:30:00Z')
  expect(instantOf('2026-03-29T03:30', 'Europe/Kyiv').toString()).toBe('2026-03-29T01:30:00Z')
})

test('over a year of hours, what is allowed is outside the quiet hours, never before, and not a day away', () => {
  const begin = Temporal.Instant.from('2026-01-01T00:00Z')
  for (let hour = 0; hour < 366 * 24; hour++) {
    const now = begin.add({ hours: hour, minutes: 17 })
    const allowed = nextAllowed(now, 'Europe/Kyiv', NIGHT)
    const { hour: wall } = allowed.toZonedDateTimeISO('Europe/Kyiv')
    expect(wall >= 9 && wall < 21).toBe(true)
    const waited = now.until(allowed).total('hours')
    expect(waited >= 0 && waited <= 13).toBe(true)
  }
})
