import { formatPeriod, parseDay, parsePeriod } from '@comeback/retention'
import { describe, expect, test } from 'vitest'
import { asQuestion, lastClosed, readChoice, writeChoice } from './question.ts'
import { readRetentionSearch } from './retention-search.ts'

const day = (text: string) => parseDay(text)!
const period = (text: string) => parsePeriod(text)!

describe('the last closed period', () => {
  test.each([
    ['month', '2026-04-05', '2026-02'],
    ['month', '2026-04-30', '2026-03'],
    ['quarter', '2026-04-05', '2025-Q4'],
    ['quarter', '2026-03-30', '2025-Q3'],
  ] as const)('%s on %s is %s', (kind, asOf, expected) => {
    expect(formatPeriod(lastClosed(kind, day(asOf)))).toBe(expected)
  })
})

describe('the question in the address', () => {
  test('is the last closed month and the next one when nothing is said', () => {
    const choice = readChoice({}, '2026-04-05')
    expect(formatPeriod(choice.base)).toBe('2026-02')
    expect(choice.rule).toEqual({ kind: 'period', from: day('2026-03-01'), to: day('2026-03-31') })
  })

  test('falls back to `next` when the return period begins before the base ends', () => {
    const choice = readChoice({ base: '2025-12', return: '2025-12-15..2026-01-15' }, '2026-04-05')
    expect(choice.isNext).toBe(true)
    expect(choice.misread).toEqual(['2025-12-15..2026-01-15'])
  })

  test('says what it could not read, and asks the server for what is shown', () => {
    const search = { base: '2025-13', return: '60d', asOf: 'yesterday' }
    const choice = readChoice(search, '2026-04-05')
    expect(choice.misread).toEqual(['yesterday', '2025-13'])
    expect(asQuestion(search, choice)).toMatchObject({ base: '2026-02', return: '60d', asOf: '2026-04-05' })
  })

  test('keeps a window when the base moves, but not dates that no longer follow it', () => {
    expect(writeChoice(period('2026-01'), { kind: 'window', days: 60 })).toEqual({ base: '2026-01', return: '60d' })
    const dates = { kind: 'period', from: day('2026-01-01'), to: day('2026-01-31') } as const
    expect(writeChoice(period('2026-01'), dates).return).toBe('next')
    expect(writeChoice(period('2025-12'), dates).return).toBe('2026-01-01..2026-01-31')
  })

  test('drops what no screen understands', () => {
    const search = readRetentionSearch({ tab: 'nonsense', people: 'lost', of: '', filter: ['staff:Марта', 'mood:bad'] })
    expect(search).toEqual({ people: 'lost', of: '', filter: ['staff:Марта'] })
  })
})
