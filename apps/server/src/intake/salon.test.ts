import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildVisits, parseDay, parsePeriod, retentionReport } from '@comeback/retention'
import { describe, expect, it } from 'vitest'
import { readAsOfToday } from './testing.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/hair-salon')

/** The exports of a real salon are not part of the repository; without them beside it there is nothing to test. */
describe.skipIf(!existsSync(folder))(
  'exports of a real salon (skipped unless ../shared/data is beside the checkout)',
  () => {
    const read = (name: string) => readAsOfToday(join(folder, name), { currency: 'CAD', timeZone: 'America/Vancouver' })

    it('receipts.csv gives the retention its owner knows', async () => {
      const { book, rejects, quality, asOf } = await read('receipts.csv')
      expect(asOf).toBe(parseDay('2018-07-29'))
      expect(rejects).toEqual([])
      expect(quality).toMatchObject({ rows: 1934, used: 1934, appointments: 1466, sharedReceipts: 37 })
      const report = retentionReport(buildVisits(book.lines), {
        base: parsePeriod('2018-04')!,
        rule: { kind: 'window', days: 60 },
        filters: [],
        asOf: asOf!,
        by: 'staff',
      })
      const table = [report.total, ...report.rows].map((row) => {
        const { key, served, returned, missed, outside, lost, revenue } = row
        return [key, served, returned, missed, outside, lost, revenue]
      })
      expect(table).toEqual([
        [null, 218, 121, 97, 29, 68, 1720208],
        ['LEO', 106, 60, 46, 14, 32, 852681],
        ['ANNA', 64, 32, 32, 8, 24, 350990],
        ['DANA', 51, 33, 18, 6, 12, 338237],
        ['NINA', 12, 8, 4, 2, 2, 97000],
        ['HOUSE', 9, 9, 0, 0, 0, 81300],
      ])
    })

    it('bookings.csv is read with its times', async () => {
      const { rejects, quality, inspection } = await read('bookings.csv')
      expect(rejects).toEqual([])
      expect(quality).toMatchObject({ rows: 1906, withoutPrice: 1905, statusSource: { inferred: 1905 } })
      expect(inspection.preview[0]!.values).toMatchObject({ client_id: 'C3488', starts_at: '2018-03-14 15:50' })
    })

    it('cancellations.csv and no-shows.csv are no visits', async () => {
      const cancelled = await read('cancellations.csv')
      expect(cancelled.quality).toMatchObject({ rows: 243, rejected: 0 })
      const missed = await read('no-shows.csv')
      expect(missed.inspection.assumedStatus).toBe('no_show')
      for (const { book } of [cancelled, missed]) expect(buildVisits(book.lines).rows).toBe(0)
    })

    it('services.csv is no visit file: the date is missing', async () => {
      await expect(read('services.csv')).rejects.toThrow('missingColumns')
    })
  },
)
