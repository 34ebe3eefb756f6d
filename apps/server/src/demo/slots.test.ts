import { describe, expect, it } from 'vitest'
import { type DemoRow, demoRows } from './demo-rows.ts'
import { SERVICES, type ServiceName } from './services.ts'

const services = demoRows().filter((row) => row.kind === 'service')
const minutesOf = (row: DemoRow) => SERVICES[row.service as ServiceName].minutes
const startOf = (row: DemoRow) => Date.parse(`${row.starts_at}Z`) / 60_000
const weekday = (row: DemoRow) => new Date(`${row.starts_at}Z`).getUTCDay()

describe('the calendar of the demo salon', () => {
  it('never books a master twice at a time', () => {
    for (const rows of Map.groupBy(services, (row) => row.staff).values()) {
      const slots = rows.map((row) => ({ from: startOf(row), to: startOf(row) + minutesOf(row) }))
      slots.sort((a, b) => a.from - b.from)
      expect(slots.every((slot, i) => i === 0 || slots[i - 1]!.to <= slot.from)).toBe(true)
    }
  })

  it('never has a client in two places at a time', () => {
    const known = services.filter((row) => row.client_id && row.status !== 'cancelled')
    for (const rows of Map.groupBy(known, (row) => row.client_id).values()) {
      const days = rows.map((row) => `${row.starts_at.slice(0, 10)} ${row.appointment_id}`)
      expect(new Set(days).size).toBe(new Set(days.map((day) => day.slice(0, 10))).size)
    }
  })

  it('works from 9 to 20', () => {
    for (const row of services) {
      const minute = startOf(row) % 1440
      expect(minute).toBeGreaterThanOrEqual(9 * 60)
      expect(minute + minutesOf(row)).toBeLessThanOrEqual(20 * 60)
    }
  })

  it('keeps the closed days of its places, and holidays', () => {
    const days = (location: string) => new Set(services.filter((row) => row.location === location).map(weekday))
    expect(days('Центр')).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(days('Поділ')).toEqual(new Set([3, 4, 5, 6, 0]))
    expect(services.some((row) => row.starts_at.slice(5, 10) === '01-01')).toBe(false)
  })

  it('gives nobody more than a working day, and everybody days off', () => {
    const perDay = Map.groupBy(services, (row) => `${row.staff} ${row.starts_at.slice(0, 10)}`)
    for (const rows of perDay.values()) {
      expect(rows.length).toBeLessThanOrEqual(18)
      expect(new Set(rows.map((row) => row.location)).size).toBe(1)
    }
    for (const [, rows] of Map.groupBy(
      services.filter((row) => row.starts_at > '2025-10'),
      (row) => row.staff,
    )) {
      expect(new Set(rows.map(weekday)).size).toBeLessThanOrEqual(5)
    }
  })
})
