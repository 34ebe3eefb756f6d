import {
  buildVisits,
  parseDay,
  parsePeriod,
  parseReturnRule,
  type ReturnRule,
  retentionReport,
} from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Doubt, headlineOf } from './doubts.ts'
import { readAsOfToday, temporaryFolder } from './testing.ts'

const write = await temporaryFolder()
const AS_OF = parseDay('2026-04-05')!
const HEADER = 'client_id,phone,starts_at,booked_at,status,staff,price'

interface Row {
  client: number
  phone: string
  day: string
  booked: string
  status: string
  staff: string
  price: string
}

const text = ({ client, phone, day, booked, status, staff, price }: Row) =>
  `c${client},${phone},${day},${booked},${status},${staff},${price}`

async function bookOf(rows: Row[]) {
  const { book } = await readAsOfToday(await write('rows.csv', [HEADER, ...rows.map(text)].join('\n')))
  return { ...book, phone: book.clients.phone, email: book.clients.email }
}

/** February's clients who came in March, by a reading of the rows given alone. */
async function februaryOf(rows: Row[]) {
  if (rows.length === 0) return { served: 0, returned: 0, rate: null }
  const base = parsePeriod('2026-02')!
  const rule = parseReturnRule('next', base) as ReturnRule
  const { lines } = await bookOf(rows)
  const report = retentionReport(buildVisits(lines), { base, rule, by: 'all', filters: [], asOf: AS_OF })
  const { served, returned, rate } = report.total
  return { served, returned, rate }
}

/** What each doubt leaves in, said about the text of a row. Phones are of the client, so all of one's rows go. */
const KEEPS: Record<Exclude<Doubt, 'probableDuplicates'>, (row: Row) => boolean> = {
  statusInferred: ({ status, price }) => status !== '' || Number(price) > 0,
  pastWithoutStatus: ({ status }) => status === 'completed' || status === 'cancelled',
  withoutPhone: ({ phone }) => phone !== '',
  withoutPrice: ({ price }) => price !== '',
  withoutStaff: ({ staff }) => staff !== '',
  withoutBookedAt: ({ booked }) => booked !== '',
}

const rows = fc.array(
  fc.record({
    client: fc.nat(9),
    day: fc
      .integer({ min: 1, max: 28 })
      .chain((date) =>
        fc.constantFrom('01', '02', '03').map((month) => `2026-${month}-${String(date).padStart(2, '0')}`),
      ),
    booked: fc.constantFrom('', '2025-12-20'),
    status: fc.constantFrom('', 'scheduled', 'completed', 'cancelled'),
    staff: fc.constantFrom('', 'Марта'),
    price: fc.constantFrom('', '0', '500'),
  }),
  { minLength: 1, maxLength: 40 },
)

test('without a kind of doubtful rows the headline is that of a file without them', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      // one row a client and day: rows of one start are one appointment, which shares what its rows say
      const all = [...new Map(drawn.map((row) => [`${row.client} ${row.day}`, row])).values()].map((row) => ({
        ...row,
        phone: row.client % 3 === 0 ? '' : `+38050100000${row.client % 5}`,
      }))
      const { effects, ...headline } = headlineOf(await bookOf(all), AS_OF)
      expect(headline).toEqual({ month: '2026-02', ...(await februaryOf(all)) })
      for (const [kind, keeps] of Object.entries(KEEPS)) {
        const left = all.filter(keeps)
        const effect = effects.find((each) => each.kind === kind)
        expect(effect?.count ?? 0).toBe(all.length - left.length)
        if (effect) expect(effect).toMatchObject(await februaryOf(left))
      }
      const joined = all.map((row) => ({ ...row, client: row.phone === '' ? row.client : 100 + (row.client % 5) }))
      const duplicates = effects.find(({ kind }) => kind === 'probableDuplicates')
      if (duplicates) expect(duplicates).toMatchObject(await februaryOf(joined))
      else expect(new Set(joined.map(({ client }) => client)).size).toBe(new Set(all.map(({ client }) => client)).size)
    }),
    { numRuns: 60 },
  )
})

test('a young history has nobody in the month asked about, and no rate', async () => {
  const rows = [
    { client: 1, phone: '', day: '2026-03-30', booked: '', status: 'completed', staff: '', price: '' },
    { client: 1, phone: '', day: '2026-04-02', booked: '', status: 'completed', staff: '', price: '' },
  ]
  const headline = headlineOf(await bookOf(rows), AS_OF)
  expect(headline).toMatchObject({ month: '2026-02', served: 0, rate: null })
  expect(headline.effects.map(({ kind, count, rate }) => [kind, count, rate])).toEqual([
    ['withoutPhone', 2, null],
    ['withoutPrice', 2, null],
    ['withoutStaff', 2, null],
    ['withoutBookedAt', 2, null],
  ])
})

test('a month ends with its last day: on 31 March February is over', async () => {
  const book = await bookOf([
    { client: 1, phone: '', day: '2026-02-10', booked: '', status: 'completed', staff: '', price: '' },
  ])
  expect(headlineOf(book, parseDay('2026-03-31')!)).toMatchObject({ month: '2026-02', served: 1, rate: 0 })
  expect(headlineOf(book, parseDay('2026-03-30')!)).toMatchObject({ month: '2026-01', served: 0 })
})
