import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderLines } from './order-lines.ts'

const line = fc.record({ importId: fc.integer({ min: 1, max: 3 }), row: fc.integer({ min: 2, max: 5_000_000 }) })

test('lines come in the order of their imports, then of their rows, and stay put where both are equal', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const order = orderLines(
        Int32Array.from(lines, ({ importId }) => importId),
        Int32Array.from(lines, ({ row }) => row),
      )
      const expected = [...lines.keys()].sort(
        (a, b) => lines[a]!.importId - lines[b]!.importId || lines[a]!.row - lines[b]!.row || a - b,
      )
      expect([...order]).toEqual(expected)
    }),
  )
})
