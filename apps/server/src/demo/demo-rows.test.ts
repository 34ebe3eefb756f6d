import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoRows } from './demo-rows.ts'
import { writeDemoCsv } from './write-csv.ts'

const rows = demoRows()
const appointments = [...Map.groupBy(rows, (row) => row.appointment_id).values()].map((lines) => lines[0]!)
const share = (part: number, whole: number) => part / whole

describe('the demo salon', () => {
  it('is the same to the byte on every machine', () => {
    const bytes = (seed?: number) =>
      createHash('sha256')
        .update(writeDemoCsv(demoRows(seed)))
        .digest('hex')
    expect(bytes()).toBe('21b89dc8e8934871c200e37d8831d40b22b2d1791204a011ee0aa0db50cb8a15')
    expect(bytes(2)).not.toBe(bytes())
  })

  it('has three years of some 1,200 clients and six masters, known through 2026-04-05', () => {
    const clients = new Set(rows.map((row) => row.client_id).filter(Boolean))
    expect(clients.size).toBeGreaterThanOrEqual(1100)
    expect(clients.size).toBeLessThanOrEqual(1300)
    expect(new Set(rows.map((row) => row.staff))).toEqual(
      new Set(['Кароліна', 'Марта', 'Ілля', 'Наталія', 'Оксана', 'Юлія']),
    )
    const completed = rows.filter((row) => row.status === 'completed').map((row) => row.starts_at.slice(0, 10))
    expect(completed[0]! < '2023-04-14').toBe(true)
    expect(completed.at(-1)).toBe('2026-04-05')
  })

  it('knows nothing of the time after its export but what was booked by then', () => {
    const future = appointments.filter((row) => row.starts_at > '2026-04-06')
    expect(future.length).toBeGreaterThan(60)
    expect(new Set(future.map((row) => row.status)).isSubsetOf(new Set(['scheduled', 'cancelled']))).toBe(true)
    for (const row of appointments) {
      expect(row.booked_at < '2026-04-06').toBe(true)
      expect(row.cancelled_at < '2026-04-06').toBe(true)
      expect(row.status === 'scheduled').toBe(row.starts_at > '2026-04-06' && row.status !== 'cancelled')
    }
  })

  it('books before it cancels, and cancels before the appointment', () => {
    for (const row of appointments) {
      expect(row.booked_at < row.starts_at).toBe(true)
      expect(row.cancelled_at < row.starts_at).toBe(true)
      if (row.booked_at && row.cancelled_at) expect(row.booked_at < row.cancelled_at).toBe(true)
      if (row.cancelled_at) expect(row.status).toBe('cancelled')
    }
  })

  it('has as many cancellations, no-shows and gaps in the data as salons have', () => {
    const count = (status: string) => appointments.filter((row) => row.status === status).length
    expect(share(count('cancelled'), appointments.length)).toBeGreaterThan(0.05)
    expect(share(count('cancelled'), appointments.length)).toBeLessThan(0.1)
    expect(share(count('no_show'), appointments.length)).toBeGreaterThan(0.01)
    expect(share(count('no_show'), appointments.length)).toBeLessThan(0.04)
    expect(count('')).toBeGreaterThan(5)
    const known = appointments.filter((row) => row.client_id)
    expect(share(known.filter((row) => row.booked_at).length, known.length)).toBeGreaterThan(0.95)
    expect(known.length).toBeLessThan(appointments.length - 100)
    expect(rows.filter((row) => row.kind === 'product').length).toBeGreaterThan(100)
    expect(rows.some((row) => row.client_id && !row.email)).toBe(true)
    expect(rows.some((row) => row.client_id && !row.phone)).toBe(true)
    expect(rows.every((row) => !row.client_id || row.phone || row.email)).toBe(true)
  })

  it('knows seven birthdays in ten, some without a year and some made up', () => {
    const birthdays = [...new Map(rows.map((row) => [row.client_id, row.birthday]))].flatMap(([id, text]) =>
      id === '' ? [] : [text],
    )
    const known = birthdays.filter((text) => text !== '')
    expect(share(known.length, birthdays.length)).toBeGreaterThan(0.65)
    expect(share(known.length, birthdays.length)).toBeLessThan(0.75)
    expect(known.filter((text) => text === '1990-01-01').length).toBeGreaterThan(10)
    expect(known.filter((text) => text.startsWith('--')).length).toBeGreaterThan(50)
    expect(rows.every((row) => row.client_id || !row.birthday)).toBe(true)
    // the same on each of a client's rows
    expect(new Set(rows.map((row) => `${row.client_id} ${row.birthday}`)).size).toBe(birthdays.length + 1)
  })

  it('has visits of several services and of two masters', () => {
    const visits = [...Map.groupBy(rows, (row) => row.appointment_id).values()]
    expect(visits.filter((lines) => lines.length > 1).length).toBeGreaterThan(500)
    expect(visits.filter((lines) => new Set(lines.map((row) => row.staff)).size > 1).length).toBeGreaterThan(50)
    expect(visits.every((lines) => new Set(lines.map((row) => row.location)).size === 1)).toBe(true)
  })

  it('gets dearer and busier, with a peak in December and a low in August', () => {
    const visits = (period: string) => appointments.filter((row) => row.starts_at.startsWith(period)).length
    const price = (year: string) =>
      rows.find(
        (row) =>
          row.service === 'Нарощування вій' && row.staff === 'Оксана' && row.price && row.starts_at.startsWith(year),
      )!.price
    expect(Number(price('2026-03'))).toBeGreaterThan(Number(price('2024-01')))
    expect(visits('2025')).toBeGreaterThan(1.3 * visits('2024'))
    for (const year of ['2024', '2025']) {
      expect(visits(`${year}-12`)).toBeGreaterThan(1.1 * visits(`${year}-10`))
      expect(visits(`${year}-08`)).toBeLessThan(visits(`${year}-06`))
    }
  })
})
