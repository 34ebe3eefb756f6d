import { otherTools, PRESETS, type PresetOptions } from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectSame, undefinedPlaces, visitsOf } from './engine.ts'
import { type Asked, inAnotherOrder, salonAndQuestion } from './question.ts'
import { nextPeriod } from './reference/calendar.ts'
import type { Salon } from './reference/line.ts'
import { toolNumber } from './reference/presets.ts'
import { retentionReport } from './reference/report.ts'

const hasPhone = (client: number) => client % 3 !== 0

/** The days the question itself grants for a return, and its second period. */
function timeToReturn({ base, rule }: Asked) {
  if (rule.kind === 'window') return { days: rule.days, second: nextPeriod(base) }
  return { days: rule.to - rule.from + 1, second: { from: rule.from, to: rule.to } }
}

function numbersOf(salon: Salon, { base, rule, filters, asOf }: Asked, options?: PresetOptions) {
  return otherTools(visitsOf(salon), { base, rule, filters, asOf }, options)
}

test('other tools’ numbers follow the rules METRICS §11 lists', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const { days: asked, second } = timeToReturn(question)
      const numbers = numbersOf(salon, question, { hasPhone })
      expect(numbers.map((number) => number.preset)).toEqual(PRESETS)
      for (const { preset, numerator, denominator, open, rate, rule } of numbers) {
        const days = rule.days ?? asked
        const expected = toolNumber(salon, question, preset, { days, second, hasPhone })
        expectSame({ numerator, denominator, open }, expected)
        expect(rate).toBe(denominator === 0 ? null : numerator / denominator)
      }
    }),
    { numRuns: 350 },
  )
})

test('a tool is given the days asked for, as near as it offers them', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const { days } = timeToReturn(question)
      const daysOf = new Map(numbersOf(salon, question).map(({ preset, rule }) => [preset, rule.days]))
      expect(daysOf.get('zenoti')).toBe(days)
      expect(daysOf.get('boulevard')).toBe(Math.min(Math.max(days, 30), 180))
      expect(daysOf.get('salonbiz')).toBe(90)
      const away = [30, 45, 60, 90].map((offered) => Math.abs(offered - days))
      expect(Math.abs(daysOf.get('mytime')! - days)).toBe(Math.min(...away))
    }),
    { numRuns: 200 },
  )
})

test('beside each stands the rate of the report, and every missing number has its reason', () => {
  fc.assert(
    fc.property(salonAndQuestion, ([salon, question]) => {
      const { total } = retentionReport(salon, question)
      const numbers = numbersOf(salon, question)
      expect(undefinedPlaces(numbers)).toEqual([])
      for (const { preset, rate, reason, ours, oursReason } of numbers) {
        expect(ours).toBe(total.rate)
        expect(oursReason === null).toBe(ours !== null)
        expect(reason === null).toBe(rate !== null)
        if (preset === 'altegio') expect(reason).toBe('noPhones')
      }
    }),
    { numRuns: 200 },
  )
})

test('the order of the file changes no tool’s number while no two lines cost the same', () => {
  fc.assert(
    fc.property(inAnotherOrder, ({ salon, other, question }) => {
      expectSame(numbersOf(other, question, { hasPhone }), numbersOf(salon, question, { hasPhone }))
    }),
    { numRuns: 200 },
  )
})
