import { flows } from '@comeback/retention'
import fc from 'fast-check'
import { test } from 'vitest'
import { expectSame, visitsOf } from './engine.ts'
import { salonAndQuestion } from './question.ts'
import { flows as reference } from './reference/flows.ts'

test('flows lead from the master of the anchor visit to the master of the next one', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      expectSame(flows(visitsOf(salon), question), reference(salon, question))
    }),
    { numRuns: 700 },
  )
})
