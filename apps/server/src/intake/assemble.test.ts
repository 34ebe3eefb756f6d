import { formatDay, NO_DAY, STATUSES } from '@comeback/retention'
import { describe, expect, it } from 'vitest'
import { STATUS_SOURCES } from './parsed-book.ts'
import type { ReadOptions } from './read-book.ts'
import { example, readAsOfToday, temporaryFolder } from './testing.ts'

const write = await temporaryFolder()

async function read(lines: string[], options: ReadOptions = {}) {
  return readAsOfToday(await write('visits.csv', lines.join('\n')), options)
}

/** The lines of a book in words. */
async function told(lines: string[], options: ReadOptions = {}) {
  const { book, rejects, quality } = await read(lines, options)
  const { client, appointment, day, status, location, source, bookedDay, cancelledDay } = book.lines
  const dayText = (each: number) => (each === NO_DAY ? null : formatDay(each))
  return {
    book,
    rejects,
    quality,
    lines: Array.from(client, (c, line) => ({
      row: book.row[line]!,
      client: c < 0 ? null : book.clients.key[c]!,
      appointment: appointment[line]!,
      day: dayText(day[line]!),
      status: STATUSES[status[line]!],
      location: book.lines.names.location[location[line]!],
      source: book.lines.names.source[source[line]!],
      booked: dayText(bookedDay[line]!),
      cancelled: dayText(cancelledDay[line]!),
      statusSource: STATUS_SOURCES[book.statusSource[line]!],
    })),
  }
}

describe('rows of one appointment id', () => {
  it('share what one of them says; the earliest booking and the latest cancelling count', async () => {
    const { lines, rejects } = await told([
      'appointment_id,client_id,starts_at,booked_at,cancelled_at,status,location,source',
      'a,,2025-10-01T10:00,2025-09-20,2025-09-25,,,',
      'b,c2,2025-10-01,,,,,',
      'a,c1,2025-10-01T11:00,2025-09-10,2025-09-24,cancelled,Центр,ads',
    ])
    const a = { client: 'c1', status: 'cancelled', location: 'Центр', source: 'ads', statusSource: 'explicit' }
    const times = { day: '2025-10-01', booked: '2025-09-10', cancelled: '2025-09-25' }
    expect(rejects).toEqual([])
    expect(lines[0]).toEqual({ row: 2, appointment: 0, ...a, ...times })
    expect(lines[2]).toEqual({ row: 4, appointment: 0, ...a, ...times })
    expect(lines[1]).toMatchObject({ client: 'c2', appointment: 1, statusSource: 'inferred', booked: null })
  })

  it.each([
    ['days', 'a,c1,2025-10-01,', 'a,c1,2025-10-02,', 'starts_at'],
    ['statuses', 'a,c1,2025-10-01,completed', 'a,c1,2025-10-01,no-show', 'status'],
  ])('are rejected together when they name two %s', async (_, first, second, column) => {
    const header = 'appointment_id,client_id,starts_at,status'
    const { lines, rejects, quality, book } = await told([header, first, 'b,c3,2025-10-03,', 'a,,2025-10-01,', second])
    expect(lines.map(({ row, appointment, client }) => [row, appointment, client])).toEqual([[3, 0, 'c3']])
    expect(book.clients.key).toEqual(['c3'])
    expect(book.appointmentKey).toEqual(['id:b'])
    expect(rejects.map(({ row, otherRow, code }) => [row, otherRow, code])).toEqual([
      [2, 5, 'appointmentDisagrees'],
      [4, 5 - (column === 'starts_at' ? 0 : 3), 'appointmentDisagrees'],
      [5, 2, 'appointmentDisagrees'],
    ])
    expect(rejects[0]).toMatchObject({ column, value: 'a' })
    expect(quality).toMatchObject({ rows: 4, used: 1, rejected: 3 })
  })
})

describe('rows without an appointment id', () => {
  it('are one appointment by client, start and location', async () => {
    const { lines, book } = await told([
      'client_id,starts_at,location',
      'c1,2025-10-01T10:00,A',
      'c1,2025-10-01T10:00,A',
      'c1,2025-10-01T10:00,B',
      'c2,2025-10-01T10:00,A',
      'c1,2025-10-01T12:00,A',
    ])
    expect(lines.map(({ appointment }) => appointment)).toEqual([0, 0, 1, 2, 3])
    expect(book.appointmentKey[0]).toBe('c1|2025-10-01T10:00:00|A')
  })

  it('are different people when nothing says who they are', async () => {
    const { lines, quality, book } = await told([
      'client_id,phone,starts_at',
      'WALK_IN,,2025-10-01',
      'гость,0000000000,2025-10-01',
      '-,,2025-10-01',
    ])
    expect(lines.map(({ appointment, client }) => [appointment, client])).toEqual([
      [0, null],
      [1, null],
      [2, null],
    ])
    expect(new Set(book.appointmentKey).size).toBe(3)
    expect(quality).toMatchObject({ withoutClient: 3, clients: 0 })
  })
})

describe('who is who', () => {
  const header = 'client_id,client_name,phone,email,starts_at'

  it('goes by id, else phone, else e-mail, in order of first appearance', async () => {
    const { lines, book, quality } = await told([
      header,
      ',Ніна,,Nina@Example.com,2025-10-01',
      'c1, Олена ,0501234567,,2025-10-01',
      ',,050 123-45-67,,2025-10-02',
      'c1,Олена Ш.,0671234567,,2025-10-03',
      ',,,nina@example.com,2025-10-04',
    ])
    expect(lines.map(({ client }) => client)).toEqual([
      'nina@example.com',
      'c1',
      '+380501234567',
      'c1',
      'nina@example.com',
    ])
    expect(book.clients).toMatchObject({ name: ['Ніна', 'Олена', ''], phone: ['', '+380501234567', '+380501234567'] })
    expect(quality).toMatchObject({ probableDuplicates: 2, severalPhones: 1, clients: 3 })
  })

  it('goes by phone where the setting says so, also for rows that name only the id', async () => {
    const rows = [header, 'c1,,,,2025-10-01', 'c1,A,0501234567,,2025-10-02', 'c2,B,0501234567,,2025-10-03']
    const { lines, book } = await told(rows, { joinBy: 'phone' })
    expect(lines.map(({ client }) => client)).toEqual(['c1', 'c1', 'c1'])
    expect(book.clients.key).toEqual(['c1'])
  })

  it('keeps the first birthday of a client, and the fuller one; one that cannot be read costs no row', async () => {
    const { book, rejects, quality } = await told([
      'client_id,starts_at,Дата народження',
      'c1,2025-10-01,14.03',
      'c1,2025-10-02,14.03.1990',
      'c1,2025-10-03,14.03',
      'c2,2025-10-01,1.1.1970',
      'c2,2025-10-02,2.2.1980',
      'c3,2025-10-01,14.03.2190',
      'c3,2025-10-02,',
    ])
    expect(book.clients.birthday).toEqual(['1990-03-14', '1970-01-01', ''])
    expect(rejects).toEqual([])
    expect(quality).toMatchObject({ used: 7, severalBirthdays: 1, unreadableBirthdays: 1, placeholderBirthdays: 1 })
  })

  it('keeps the first language of a client that is one of ours', async () => {
    const rows = [
      'client_id,starts_at,Мова клієнта',
      'c1,2025-10-01,',
      'c1,2025-10-02,Російська',
      'c1,2025-10-03,uk-UA',
    ]
    const { book, quality } = await told([...rows, 'c2,2025-10-01,polski', 'c3,2025-10-01,EN'])
    expect(quality.unknownLanguages).toBe(1)
    expect(book.clients.language).toEqual(['ru', '', 'en'])
  })

  it('leaves phones out that cannot be read, and rejects a row that has nothing else', async () => {
    const { rejects, quality } = await told([header, 'c1,,call me,,2025-10-01', ',,call me,,2025-10-01'])
    expect(rejects).toEqual([{ row: 3, column: 'phone', code: 'badPhoneOnlyIdentity', value: 'call me' }])
    expect(quality).toMatchObject({ unreadablePhones: 1, used: 1 })
  })
})

describe('a bill several clients share', () => {
  const header = 'appointment_id,client_id,starts_at,status,price'

  it('is a visit of each of them; a row without a client stays nobody’s', async () => {
    const { lines, book, rejects, quality } = await told([
      header,
      'a,c2,2025-10-01,completed,100',
      'a,,2025-10-01,,20',
      'a,c1,2025-10-01,no-show,50',
      'a,c2,2025-10-01,,30',
    ])
    expect(rejects).toEqual([])
    expect(lines.map(({ client, appointment, status }) => [client, appointment, status])).toEqual([
      ['c2', 0, 'completed'],
      [null, 1, 'blank'],
      ['c1', 2, 'no_show'],
      ['c2', 0, 'completed'],
    ])
    expect(quality).toMatchObject({ appointments: 3, withoutClient: 1, sharedReceipts: 1 })
    expect(book.appointmentKey).toEqual(['id:a|c2', 'id:a|', 'id:a'])
  })

  it('gives each client the same key in whatever order the rows come', async () => {
    const rows = ['a,c1,2025-10-01,,', 'a,c2,2025-10-01,,', 'a,,2025-10-01,,']
    const keys = async (order: string[]) => {
      const { book } = await told([header, ...order])
      return new Map(
        Array.from(book.lines.client, (client, i) => [
          client < 0 ? '' : book.clients.key[client],
          book.appointmentKey[book.lines.appointment[i]!],
        ]),
      )
    }
    expect(await keys(rows.toReversed())).toEqual(new Map([...(await keys(rows))].toReversed()))
  })

  it('gives a row without a client to the only one there is, wherever it stands', async () => {
    const { lines, rejects } = await told([header, 'a,,2025-10-01,completed,5', 'a,c1,2025-10-01,,', 'a,,2025-10-01,,'])
    expect(rejects).toEqual([])
    expect(lines.map(({ client, appointment, status }) => [client, appointment, status])).toEqual(
      Array(3).fill(['c1', 0, 'completed']),
    )
  })

  it('is one client’s when two of its rows turn out to be of one', async () => {
    const rows = ['appointment_id,client_id,phone,starts_at', 'a,c1,,2025-10-01', 'a,c1,0501234567,2025-10-01']
    const { lines, book } = await told(rows, { joinBy: 'phone' })
    expect(lines.map(({ client, appointment }) => [client, appointment])).toEqual([
      ['c1', 0],
      ['c1', 0],
    ])
    expect(book.appointmentKey).toEqual(['id:a'])
  })

  it('is rejected for the client whose rows disagree, and kept for the other', async () => {
    const { lines, rejects } = await told([header, 'a,c1,2025-10-01,,', 'a,c2,2025-10-01,,', 'a,c1,2025-10-02,,'])
    expect(lines.map(({ client }) => client)).toEqual(['c2'])
    expect(rejects.map(({ row, otherRow }) => [row, otherRow])).toEqual([
      [2, 4],
      [4, 2],
    ])
  })
})

it('tells where a status comes from', async () => {
  const { lines, quality } = await told([
    'client_id,starts_at,status,price,cancelled_at',
    'c1,2025-10-01,Прийшов,,',
    'c2,2025-10-01,,100,',
    'c3,2025-10-01,,0,',
    'c4,2026-10-01,очікування,100,',
    'c5,2025-10-01,,100,2025-09-30',
  ])
  expect(lines.map(({ status, statusSource }) => `${status} ${statusSource}`)).toEqual([
    'completed explicit',
    'blank paid',
    'blank inferred',
    'scheduled explicit',
    'cancelled explicit',
  ])
  expect(quality.statusSource).toEqual({ explicit: 3, paid: 1, inferred: 1 })
  expect(quality.pastWithoutStatus).toBe(2)
})

it('reads the canonical example field by field', async () => {
  const { book, quality, rejects, asOf } = await readAsOfToday(example('en/visits.csv'))
  expect(rejects).toEqual([])
  expect(Array.from(book.lines.revenue)).toEqual([60000, 22000, 140000, 65000, 30000])
  expect(Array.from(book.lines.product)).toEqual([0, 1, 0, 0, 0])
  expect(Array.from(book.lines.start)).toEqual([600, 600, 210, 660, 0])
  expect(Array.from(book.requested)).toEqual([1, 0, 2, 0, 0])
  expect(Array.from(book.lines.bookedBy, (by) => book.lines.names.bookedBy[by])).toEqual([
    ...['client', 'client', 'salon', 'client', ''],
  ])
  expect(new Date(book.startsAt[2]!).toISOString()).toBe('2025-10-26T00:30:00.000Z')
  expect(new Date(book.bookedAt[0]!).toISOString()).toBe('2025-09-20T09:00:00.000Z')
  expect(book.appointmentKey).toEqual(['id:a1', 'id:a2', 'id:a3', 'id:a4'])
  expect(book.clients).toMatchObject({ key: ['c1', 'c2'], name: ['Emma Stone', "O'Hara, Liam"] })
  expect(formatDay(asOf!)).toBe('2025-11-16')
  expect(quality).toMatchObject({ appointments: 4, products: 1, withoutClient: 1, withoutPhone: 1, withoutBookedAt: 2 })
})

it('reads the Ukrainian example: one appointment of two lines, discounts, phones, a walk-in', async () => {
  const { book, quality, inspection } = await readAsOfToday(example('uk/altegio.csv'))
  expect(inspection).toMatchObject({ encoding: 'utf8', delimiter: ';', missing: [], ambiguous: [] })
  expect(Array.from(book.lines.revenue)).toEqual([65000, 115050, 140000, 30000, 65000])
  expect(Array.from(book.lines.appointment)).toEqual([0, 0, 1, 2, 3])
  expect(book.clients.phone).toEqual(['+380501234567', '+380677654321', '+380931112233'])
  expect(quality).toMatchObject({ withoutClient: 1, rejected: 0, pastWithoutStatus: 0 })
})

it('reads the till: month first, each client of a bill a visit of their own, a refund and a walk-in counted', async () => {
  const { book, quality, inspection } = await readAsOfToday(example('en/till.csv'))
  expect(inspection).toMatchObject({ settings: { dateOrder: 'mdy' }, dateOrderDoubtful: false })
  expect(book.clients.key).toEqual(['C100', 'C101', 'C102'])
  expect(book.appointmentKey[1]).toBe('receipt:11|2025-03-05|')
  expect(quality).toMatchObject({
    appointments: 5,
    refunds: 1,
    withoutClient: 1,
    sharedReceipts: 1,
    firstDay: '2025-03-05',
  })
})
