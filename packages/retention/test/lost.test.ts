import { cadenceOf, clientCadence, lostClients } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, visitsOf } from './engine.ts'
import { asOfWithin, salonAndQuestion } from './question.ts'
import { type Cadence, cadenceOfClient } from './reference/cadence.ts'
import { lostClients as reference } from './reference/lost.ts'
import { visitsUntil } from './reference/visits.ts'
import { FIRST, salonWithin } from './salon.ts'

/** Exactly on a threshold the last bit of a logarithm decides the state; that bit is nobody's definition. */
function settled({ overdue }: Pick<Cadence, 'overdue'>): boolean {
  return overdue === null || [1.25, 2, 3].every((threshold) => Math.abs(overdue - threshold) > 1e-9)
}

test('the lost list names who is lost in the total, with what is known about them', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const expected = reference(salon, question)
      fc.pre(expected.every(settled))
      expectSame(
        lostClients(visitsOf(salon), question).toSorted((a, b) => a.client - b.client),
        expected,
      )
    }),
    { numRuns: 700 },
  )
})

/** A dense fortnight puts gaps on the edge of what counts as finished; two years put them past 180 days. */
const salonAndDay = fc.oneof(...[14, 110, 700].map((days) => fc.tuple(salonWithin(days), asOfWithin(days))))

test('the rhythm of every client is the one METRICS §6 describes', () => {
  fc.assert(
    fc.property(salonAndDay, ([salon, asOf]) => {
      const visits = visitsOf(salon)
      const cadence = cadenceOf(visits, asOf)
      const clients = new Set(visitsUntil(salon, asOf).map((visit) => visit.client))
      for (const client of clients) {
        const expected = cadenceOfClient(salon, client, asOf)
        if (settled(expected)) expectSame(clientCadence(visits, cadence, client), expected)
      }
    }),
    { numRuns: 700 },
  )
})

test('a history under eight months says so', () => {
  fc.assert(
    fc.property(salonWithin(110), (salon) => {
      const visits = visitsOf(salon)
      fc.pre(visitsUntil(salon, FIRST + 110).length > 0)
      expect(cadenceOf(visits, FIRST + 110).shortHistory).toBe(true)
      expect(cadenceOf(visits, FIRST + 400).shortHistory).toBe(false)
    }),
    { numRuns: 100 },
  )
})
