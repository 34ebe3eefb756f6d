import { returnCurve } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CROWD, crowdAndQuestion } from './crowd.ts'
import { expectSame, undefinedPlaces, visitsOf } from './engine.ts'
import { type Asked, inAnotherOrder, salonAndQuestion } from './question.ts'
import { type CurveGrouping, returnCurve as reference } from './reference/curve.ts'
import type { Salon } from './reference/line.ts'

const DIMENSIONS = ['staff', 'service', 'category', 'location', 'source', 'newness', 'firstMonth'] as const
const anyGrouping = fc.constantFrom<CurveGrouping>('all', ...DIMENSIONS)

/** Few clients with everything that can be odd about them, or many plain ones, so that groups can be told apart. */
const anySalon = fc.oneof({ weight: 3, arbitrary: salonAndQuestion }, { weight: 1, arbitrary: crowdAndQuestion })

/** The engine's curves; `first` is left out now and then, as those who do not know it do. */
function curvesOf(salon: Salon, { base, filters, asOf }: Asked, by: CurveGrouping, first: boolean) {
  return returnCurve(visitsOf(salon, CROWD), { base, filters, asOf, by, ...(first ? { first } : {}) })
}

test('the return curve is the one METRICS §2 describes', () => {
  fc.assert(
    fc.property(anySalon, anyGrouping, fc.boolean(), ([salon, question], by, first) => {
      expectSame(curvesOf(salon, question, by, first), reference(salon, question, by, first), 1e-9)
    }),
    { numRuns: 600 },
  )
})

test('curves only rise, stay inside their band, and lose everybody at risk to an event or out of sight', () => {
  fc.assert(
    fc.property(anySalon, anyGrouping, fc.boolean(), ([salon, question], by, first) => {
      const curves = curvesOf(salon, question, by, first)
      expect(undefinedPlaces(curves)).toEqual([])
      for (const { n, events, points } of curves.groups) {
        let atRisk = n
        let returned = 0
        for (const point of points) {
          expect(point.atRisk).toBe(atRisk)
          expect(point.returned).toBeGreaterThanOrEqual(returned)
          expect(point.returned).toBeLessThanOrEqual(1)
          if (point.low !== null) expect(point.low).toBeLessThanOrEqual(point.returned)
          if (point.high !== null) expect(point.high).toBeGreaterThanOrEqual(point.returned)
          atRisk -= point.events + point.censored
          returned = point.returned
        }
        expect(atRisk).toBe(0)
        expect(points.reduce((sum, point) => sum + point.events, 0)).toBe(events)
      }
    }),
    { numRuns: 300 },
  )
})

test('nobody is in two curves: merged, the groups are the curve of all', () => {
  fc.assert(
    fc.property(anySalon, fc.constantFrom(...DIMENSIONS), fc.boolean(), ([salon, question], by, first) => {
      const curves = curvesOf(salon, question, by, first)
      const all = curvesOf(salon, question, 'all', first).groups[0]
      const counts = new Map<number, { events: number; censored: number }>()
      for (const point of curves.groups.flatMap((group) => group.points)) {
        const { events, censored } = counts.get(point.t) ?? { events: 0, censored: 0 }
        counts.set(point.t, { events: events + point.events, censored: censored + point.censored })
      }
      expect(curves.groups.reduce((sum, group) => sum + group.n, 0)).toBe(all?.n ?? 0)
      for (const { t, events, censored } of all?.points ?? []) expect(counts.get(t)).toEqual({ events, censored })
      expect(counts.size).toBe(all?.points.length ?? 0)
    }),
    { numRuns: 300 },
  )
})

test('the order of the file draws no curve while no two lines cost the same', () => {
  fc.assert(
    fc.property(inAnotherOrder, anyGrouping, fc.boolean(), ({ salon, other, question }, by, first) => {
      expectSame(curvesOf(other, question, by, first), curvesOf(salon, question, by, first))
    }),
    { numRuns: 300 },
  )
})
