import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  buildVisits,
  type Grouping,
  nextPeriodRule,
  parsePeriod,
  type ReportRow,
  type ReturnRule,
  retentionReport,
  type Visits,
} from '@comeback/retention'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ReadBook, readBook } from '../intake/index.ts'
import { DEFAULT_SEED, demoRows } from './demo-rows.ts'
import { LAST_DAY } from './salon-time.ts'
import { writeDemoCsv } from './write-csv.ts'

/** The salon as everybody else gets it: written to a visit file and read back. */
async function readSalon(seed: number): Promise<ReadBook> {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-demo-'))
  try {
    const file = join(folder, 'demo.csv')
    await writeFile(file, writeDemoCsv(demoRows(seed)))
    return await readBook(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function report(visits: Visits, base: string, by: Grouping, rule?: ReturnRule) {
  const period = parsePeriod(base)!
  return retentionReport(visits, {
    base: period,
    rule: rule ?? nextPeriodRule(period),
    by,
    filters: [],
    asOf: LAST_DAY,
  })
}

const within60 = { kind: 'window', days: 60 } as const
const row = (rows: readonly ReportRow[], key: string) => rows.find((each) => each.key === key)!

describe.each([DEFAULT_SEED, 2, 3])('the stories of the demo salon of seed %i', (seed) => {
  let visits: Visits
  beforeAll(async () => {
    visits = buildVisits((await readSalon(seed)).book.lines)
  })

  it('December by master: Кароліна 6 of 31, Марта 26 of 31', () => {
    const { rows } = report(visits, '2025-12', 'staff')
    expect(row(rows, 'Кароліна')).toMatchObject({ served: 31, returned: 6, missed: 25, rate: 6 / 31 })
    expect(row(rows, 'Марта')).toMatchObject({ served: 31, returned: 26, missed: 5, rate: 26 / 31 })
  })

  it('November by service: Нарощування вій 60 %, Манікюр 20 % within 60 days', () => {
    const { rows } = report(visits, '2025-11', 'service', within60)
    expect(row(rows, 'Нарощування вій').rate).toBe(0.6)
    expect(row(rows, 'Нарощування вій').served).toBeGreaterThanOrEqual(20)
    expect(row(rows, 'Манікюр').rate).toBe(0.2)
    expect(row(rows, 'Манікюр').served).toBeGreaterThanOrEqual(20)
  })

  it('the fourth quarter: 222 lost', () => {
    expect(report(visits, '2025-Q4', 'all').total.lost).toBe(222)
  })
})

describe('the rest of the demo salon', () => {
  let salon: ReadBook
  let visits: Visits
  beforeAll(async () => {
    salon = await readSalon(DEFAULT_SEED)
    visits = buildVisits(salon.book.lines)
  })

  it('is read without a reject and known through its last day', () => {
    expect(salon.rejects).toEqual([])
    expect(salon.asOf).toBe(LAST_DAY)
    expect(visits.dataThrough).toBe(LAST_DAY)
    expect(salon.quality.probableDuplicates).toBeGreaterThan(0)
  })

  it('has a December as salons have, each of the other masters with a rate of their own', () => {
    const { total, rows } = report(visits, '2025-12', 'staff')
    expect(total.rate).toBeGreaterThan(0.6)
    expect(total.rate).toBeLessThan(0.68)
    const others = rows.filter(({ key }) => key !== 'Кароліна' && key !== 'Марта').map(({ rate }) => rate!)
    expect(others).toHaveLength(4)
    expect(Math.min(...others)).toBeGreaterThan(0.45)
    expect(Math.max(...others)).toBeLessThan(0.8)
    expect(new Set(others.map((rate) => Math.round(rate * 50))).size).toBe(4)
  })

  it('varies from month to month', () => {
    const months = Array.from(
      { length: 24 },
      (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    )
    const rates = months.map((month) => report(visits, month, 'all').total.rate!)
    expect(new Set(rates.map((rate) => rate.toFixed(3))).size).toBeGreaterThan(18)
    expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(0.1)
    expect(Math.min(...rates)).toBeGreaterThan(0.5)
  })

  it('loses most buyers of vouchers and few who were recommended', () => {
    const { rows } = report(visits, '2025', 'source', within60)
    expect(row(rows, 'Купон').new.rate).toBeLessThan(0.25)
    expect(row(rows, 'Рекомендація').rate).toBeGreaterThan(row(rows, 'Instagram').rate!)
  })
})
