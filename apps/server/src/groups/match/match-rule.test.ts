import {
  type CadenceState,
  cadenceOf,
  dayOf,
  formatDay,
  parseDay,
  parseFilter,
  parsePeriod,
  parseReturnRule,
} from '@comeback/retention'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitsOf } from '../../../../../packages/retention/test/engine.ts'
import { cadenceOfClient } from '../../../../../packages/retention/test/reference/cadence.ts'
import type { Salon } from '../../../../../packages/retention/test/reference/line.ts'
import { valueIn } from '../../../../../packages/retention/test/reference/matching.ts'
import { peopleBehind } from '../../../../../packages/retention/test/reference/people.ts'
import type { Question } from '../../../../../packages/retention/test/reference/question.ts'
import { mainLine, revenueOf, visitsUntil } from '../../../../../packages/retention/test/reference/visits.ts'
import { CLIENTS, FIRST, NAMES, salonWithin } from '../../../../../packages/retention/test/salon.ts'
import { formatBirthday, parseBirthday } from '../../birthday.ts'
import { basePeriodOf } from '../base-period.ts'
import { type GroupRule, RETURN_OUTCOMES } from '../rule.ts'
import { factsOf } from './facts.ts'
import { matchRule } from './match-rule.ts'

const HISTORY = 200
/** Bonuses of the first client and the third. */
const BALANCES = new Map([
  [3, 500],
  [17, 50_000],
])
/** Answers of the second client and the fourth, one long ago. */
const TODAY = FIRST + HISTORY + 60
const SURVEYS = new Map([
  [10, { score: 3, day: TODAY - 100 }],
  [24, { score: 9, day: TODAY - 7 }],
])
/** One born on a 29 February, two without a year, one nothing is known of. */
const BIRTHDAYS = ['1992-02-29', '--12-31', '', '--01-01', '1988-01-05', '1970-03-14'].map(parseBirthday)
/** Ids in the book are not the places in the columns. */
const IDS = Int32Array.from({ length: CLIENTS }, (_, client) => client * 7 + 3)

function fast(salon: Salon, rule: GroupRule, asOf: number): number[] {
  const visits = visitsOf(salon)
  const facts = factsOf({ visits, clientIds: IDS, cadence: (day) => cadenceOf(visits, day) }, asOf, {
    ...{ today: TODAY, balances: BALANCES, surveys: SURVEYS, birthdays: birthdaysOfAll() },
  })
  const mask = matchRule(facts, rule)
  return Array.from(mask.keys()).filter((client) => mask[client] === 1)
}

const birthdaysOfAll = () => Array.from({ length: CLIENTS }, (_, client) => BIRTHDAYS[client % BIRTHDAYS.length]!)

/** Whether a date is on one of the days from today, by trying each of them. */
function isBirthdayWithin(birthday: string, today: number, days: number): boolean {
  for (let at = today; at <= today + days; at++) {
    const [year, month, date] = formatDay(at).split('-').map(Number) as [number, number, number]
    const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
    const kept = birthday.slice(-5) === '02-29' && !isLeap ? '02-28' : birthday.slice(-5)
    if (`${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` === kept) return true
  }
  return false
}

/** The rule asked of one client with a visit. */
function isWithin(birthday: string, today: number, days: number): boolean {
  const visits = visitsOf({ lines: [], pastScheduled: 'completed' }, 1)
  const known = { visits, clientIds: IDS.subarray(0, 1), cadence: (at: number) => cadenceOf(visits, at) }
  const facts = factsOf(known, 0, { today, birthdays: [parseBirthday(birthday)] })
  facts.lastRow.fill(0)
  return matchRule(facts, { kind: 'birthday', days, month: null })[0] === 1
}

/** One client after another, from the definitions alone. */
function slow(salon: Salon, rule: GroupRule, asOf: number): number[] {
  const known = new Set(visitsUntil(salon, asOf).map(({ client }) => client))
  return [...known].filter((client) => holds(salon, rule, asOf, client)).sort((a, b) => a - b)
}

function holds(salon: Salon, rule: GroupRule, asOf: number, client: number): boolean {
  const own = visitsUntil(salon, asOf).filter((visit) => visit.client === client)
  const last = own.at(-1)!
  const within = (value: number | null, { from, to }: { from: number | null; to: number | null }) =>
    value !== null && (from === null || value >= from) && (to === null || value <= to)
  switch (rule.kind) {
    case 'and':
      return rule.rules.every((each) => holds(salon, each, asOf, client))
    case 'or':
      return rule.rules.some((each) => holds(salon, each, asOf, client))
    case 'not':
      return !holds(salon, rule.rule, asOf, client)
    case 'outcome':
      return peopleBehind(salon, questionOf(rule, asOf), { count: rule.outcome }).some((one) => one.client === client)
    case 'rhythm': {
      const { state } = cadenceOfClient(salon, client, asOf)
      return state !== null && rule.states.includes(state)
    }
    case 'daysSince':
      return within(asOf - last.day, rule)
    case 'lastVisit': {
      const day = formatDay(last.day)
      return (rule.from === null || day >= rule.from) && (rule.to === null || day <= rule.to)
    }
    case 'visits':
      return within(own.length, rule)
    case 'bonus':
      return within(BALANCES.get(IDS[client]!) ?? 0, rule)
    case 'surveyScore': {
      const answer = SURVEYS.get(IDS[client]!)
      if (!answer || !within(answer.score, rule)) return false
      return rule.withinDays === null || TODAY - answer.day <= rule.withinDays
    }
    case 'spend':
      return within(revenueOf(own.flatMap((visit) => visit.lines)), rule)
    case 'ticket': {
      const revenue = revenueOf(own.flatMap((visit) => visit.lines))
      const priced = own.filter((visit) => revenueOf(visit.lines) !== null).length
      return within(revenue === null ? null : revenue / priced, rule)
    }
    case 'source':
      return rule.values.includes(valueIn(salon, mainLine(last), 'source', EVERYBODY) ?? '')
    case 'birthday': {
      const birthday = formatBirthday(birthdaysOfAll()[client]!)
      if (birthday === '') return false
      if (rule.days === null) return Number(birthday.slice(-5, -3)) === rule.month
      return isBirthdayWithin(birthday, TODAY, rule.days)
    }
    case 'share':
      throw new Error('has a test of its own')
    default: {
      const lines = rule.when === 'last' ? [mainLine(last)] : own.flatMap((visit) => visit.lines)
      return lines.some((line) => rule.values.includes(line[rule.kind] ?? ''))
    }
  }
}

/** Somebody stands so exactly between two states that the last digit decides. */
function onTheEdge(salon: Salon, asOf: number): boolean {
  const known = new Set(visitsUntil(salon, asOf).map(({ client }) => client))
  return [...known].some((client) => {
    const { overdue } = cadenceOfClient(salon, client, asOf)
    return overdue !== null && [1.25, 2, 3].some((edge) => Math.abs(overdue - edge) < 1e-9)
  })
}

const EVERYBODY: Question = {
  base: { from: 0, to: 0 },
  rule: { kind: 'window', days: 1 },
  by: 'all',
  filters: [],
  asOf: 0,
}

function questionOf(rule: Extract<GroupRule, { kind: 'outcome' }>, asOf: number): Question {
  const base = basePeriodOf(rule.base, asOf)!
  const returns = parseReturnRule(rule.return, base)
  if (typeof returns === 'string') throw new Error(returns)
  const filters = rule.filter.map((text) => {
    const { field, values } = parseFilter(text, ':')!
    return { field, values: [...values] }
  })
  return { base, rule: returns, by: 'all', filters, asOf }
}

const day = fc.integer({ min: FIRST, max: FIRST + HISTORY }).map(formatDay)
const bounds = (value: fc.Arbitrary<number>) =>
  fc.oneof(
    value.map((from) => ({ from, to: null })),
    value.map((to) => ({ from: null, to })),
    fc.tuple(value, value).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  )
const amount = fc.constantFrom(0, 1, 50_000, 80_000, 100_000, 120_050, 1_000_000)
const some = (names: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom('', 'nobody', ...names), { minLength: 1, maxLength: 3 })
const STATES: CadenceState[] = ['booked', 'active', 'due', 'atRisk', 'longOverdue']

const condition: fc.Arbitrary<GroupRule> = fc.oneof(
  fc.record({
    kind: fc.constant('outcome' as const),
    base: fc.constantFrom('2025-01', '2025-Q1', '2025', '2025-02-03..2025-03-20', 'month-1', 'month-2', 'quarter-1'),
    return: fc.constantFrom('next', '7d', '40d'),
    outcome: fc.constantFrom(...RETURN_OUTCOMES),
    filter: fc.constantFrom<string[]>(
      [],
      ['staff:Марта'],
      ['staff:Марта', 'staff:'],
      ['newness:new', 'location:Центр'],
    ),
  }),
  fc.record({
    kind: fc.constant('rhythm' as const),
    states: fc.uniqueArray(fc.constantFrom(...STATES), { minLength: 1, maxLength: 3 }),
  }),
  bounds(fc.nat(HISTORY)).map((range) => ({ kind: 'daysSince' as const, ...range })),
  fc.oneof(
    day.map((from) => ({ kind: 'lastVisit' as const, from, to: null })),
    day.map((to) => ({ kind: 'lastVisit' as const, from: null, to })),
  ),
  bounds(fc.nat(4)).map((range) => ({ kind: 'visits' as const, ...range })),
  fc
    .tuple(fc.constantFrom('spend' as const, 'ticket' as const, 'bonus' as const), bounds(amount))
    .map(([kind, range]) => ({ kind, ...range })),
  fc
    .tuple(bounds(fc.constantFrom(0, 3, 6, 9, 10)), fc.constantFrom(null, 0, 6, 7, 99, 100, 3650))
    .map(([range, withinDays]) => ({ kind: 'surveyScore' as const, ...range, withinDays })),
  ...(['staff', 'service', 'category', 'location'] as const).map((kind) =>
    fc.record({
      kind: fc.constant(kind),
      values: some(NAMES[kind]),
      when: fc.constantFrom('last' as const, 'ever' as const),
    }),
  ),
  fc.record({ kind: fc.constant('source' as const), values: some(NAMES.source) }),
  fc.oneof(
    fc.constantFrom(0, 1, 7, 30, 31, 364, 365).map((days) => ({ kind: 'birthday' as const, days, month: null })),
    fc.integer({ min: 1, max: 12 }).map((month) => ({ kind: 'birthday' as const, days: null, month })),
  ),
)

const anyRule: fc.Arbitrary<GroupRule> = fc.oneof(
  { weight: 2, arbitrary: condition },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      rules: fc.array(
        fc.oneof(
          condition,
          condition.map((rule) => ({ kind: 'not' as const, rule })),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  },
)

test('a rule holds for whom the definitions say', () => {
  fc.assert(
    fc.property(salonWithin(HISTORY), anyRule, fc.nat(HISTORY + 60), (salon, rule, after) => {
      fc.pre(!onTheEdge(salon, FIRST + after))
      expect(fast(salon, rule, FIRST + after)).toEqual(slow(salon, rule, FIRST + after))
    }),
    { numRuns: 1500 },
  )
})

test('a random share is the same each time, of about its size, and holds the smaller ones', () => {
  const clients = 20_000
  const clientIds = Int32Array.from({ length: clients }, (_, client) => client * 2 + 1)
  const visits = visitsOf({ lines: [], pastScheduled: 'completed' }, clients)
  const facts = { ...factsOf({ visits, clientIds, cadence: (at) => cadenceOf(visits, at) }, 0, { today: 0 }) }
  facts.lastRow.fill(0)
  const drawn = (percent: number, seed: number) => matchRule(facts, { kind: 'share', percent, seed })
  const size = (mask: Uint8Array) => mask.reduce((sum, one) => sum + one, 0)
  for (const seed of [0, 1, 2, 77, 0xffffffff]) {
    expect(Buffer.compare(drawn(30, seed), drawn(30, seed))).toBe(0)
    // four standard deviations
    expect(Math.abs(size(drawn(30, seed)) / clients - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / clients))
    const [ten, thirty] = [drawn(10, seed), drawn(30, seed)]
    expect(ten.every((one, client) => one <= thirty[client]!)).toBe(true)
  }
  const other = drawn(50, 2)
  const both = drawn(50, 1).map((one, client) => one & other[client]!)
  expect(Math.abs(size(both) / clients - 0.25)).toBeLessThan(0.02)
})

test.each([
  ['1990-03-14', '2026-03-14', 0, true],
  ['1990-03-14', '2026-03-13', 0, false],
  ['1990-03-14', '2026-03-13', 1, true],
  ['1990-03-14', '2026-03-15', 30, false],
  ['--01-02', '2026-12-30', 3, true],
  ['--01-02', '2026-12-30', 2, false],
  ['2004-02-29', '2026-02-28', 0, true],
  ['2004-02-29', '2026-03-01', 7, false],
  ['2004-02-29', '2028-02-28', 0, false],
  ['2004-02-29', '2028-02-28', 1, true],
  ['', '2026-03-14', 365, false],
])('a birthday on %s is within days from %s: %d, %s', (birthday, today, days, expected) => {
  expect(isWithin(birthday, parseDay(today)!, days)).toBe(expected)
})

test('a birthday is within so many days where one of these days is it, whatever today is', () => {
  const born = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const birthday = fc.oneof(
    born,
    born.map((text) => `-${text.slice(4)}`),
    fc.constantFrom('2004-02-29', '--02-29', '--01-01'),
  )
  const days = fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2033, 1, 1) })
  fc.assert(
    fc.property(birthday, days, fc.oneof(fc.nat(3), fc.nat(365)), (text, today, within) => {
      expect(isWithin(text, today, within)).toBe(isBirthdayWithin(text, today, within))
    }),
    { numRuns: 2000 },
  )
})

test('periods are counted back from the one a day is in', () => {
  const asOf = dayOf(2026, 4, 5)
  const period = (text: string) => {
    const { from, to } = basePeriodOf(text, asOf)!
    return `${formatDay(from)}..${formatDay(to)}`
  }
  expect(period('month-1')).toBe('2026-03-01..2026-03-31')
  expect(period('month-5')).toBe('2025-11-01..2025-11-30')
  expect(period('quarter-2')).toBe('2025-10-01..2025-12-31')
  expect(period('year-1')).toBe('2025-01-01..2025-12-31')
  expect(basePeriodOf('2025-Q4', asOf)).toEqual(parsePeriod('2025-Q4'))
  for (const text of ['month-0', 'month-25', 'week-1', 'quarter', '']) expect(basePeriodOf(text, asOf)).toBeNull()
})
