import { type BetaPrior, fitBetaBinomial } from './beta-binomial.ts'
import { firstRowFrom } from './columns.ts'
import { groupsOf, isNew } from './grouping.ts'
import { wilson } from './interval.ts'
import { compareCodePoints, keyOf } from './names.ts'
import { closesOn, type ReturnQuery } from './query.ts'
import { forEachServed } from './served-runs.ts'
import type { Visits } from './visits.ts'

export type Verdict = 'tooFew' | 'wellBelow' | 'below' | 'asExpected' | 'above' | 'wellAbove'

/** Clients of one newness and service category: the master's, and those of all others. */
export interface StaffStratum {
  isNew: boolean
  /** category of the main line; `null` where it has none */
  category: string | null
  served: number
  returned: number
  othersServed: number
  othersReturned: number
}

export interface StaffComparisonRow {
  /** the master; `null` for lines that name nobody */
  key: string | null
  /** clients whose first matching visit was this master's, and those of them who returned */
  served: number
  returned: number
  /** returned / served, 0–1, with its 95 % Wilson interval */
  rate: number
  rateLow: number
  rateHigh: number
  /** what the others achieve with the same mix of clients, 0–1; `null` when they serve none of it */
  expected: number | null
  /** Cochran–Mantel–Haenszel z, positive when more return than expected; `null` when nothing compares (V = 0) */
  z: number | null
  verdict: Verdict
  /** the rate drawn towards the mean of all masters, the more the fewer the clients; 0–1 */
  shrunk: number
  /** the master's clients by kind, what the verdict is made of: by served descending, then by category, new first */
  strata: StaffStratum[]
}

export interface StaffComparison {
  /** mean and weight of the masters' rates by beta-binomial maximum likelihood; `null` when nobody was served */
  mean: number | null
  kappa: number | null
  /** by served descending, then by name */
  rows: StaffComparisonRow[]
}

/** Fewer clients than this get no verdict (METRICS, rule 7). */
const FEWEST_CLIENTS = 10
/** |z| from which a master is below or above, and well so: two-sided p of 0.05 and 0.002. */
const NOTABLE = 1.96
const WELL = 3.09

/**
 * Fair comparison of masters (METRICS §8): every served client counts once, for the master of their first matching
 * visit, and each master's clients are compared with all others' within strata of newness and service category
 * (Cochran–Mantel–Haenszel without continuity correction; Agresti, Categorical Data Analysis, 6.3.2).
 * `notOver` before the time to return is over for all.
 */
export function compareStaff(visits: Visits, query: ReturnQuery): StaffComparison | { reason: 'notOver' } {
  if (query.asOf < closesOn(query.base, query.rule)) return { reason: 'notOver' }
  const { names, strata } = countByStratum(visits, query)
  const served = names.map(() => 0)
  const returned = names.map(() => 0)
  for (const { byStaff } of strata) {
    for (const [staff, own] of byStaff) {
      served[staff]! += own.served
      returned[staff]! += own.returned
    }
  }
  const seen = names.map((_, staff) => staff).filter((staff) => served[staff]! > 0)
  const prior = fitBetaBinomial(
    seen.map((staff) => returned[staff]!),
    seen.map((staff) => served[staff]!),
  )
  const tests = testStaff(names.length, strata)
  const mixes = mixesOf(names.length, strata)
  const rows = seen.map((staff) => ({
    ...rowOf(names[staff]!, served[staff]!, returned[staff]!, tests[staff]!, prior!),
    strata: mixes[staff]!,
  }))
  return {
    mean: prior?.mean ?? null,
    kappa: prior?.kappa ?? null,
    rows: rows.sort((a, b) => b.served - a.served || compareCodePoints(a.key ?? '', b.key ?? '')),
  }
}

interface Counts {
  served: number
  returned: number
}

/** Clients of one newness and service category: of all masters, and of each who served any. */
interface Stratum {
  isNew: boolean
  category: string | null
  all: Counts
  byStaff: Map<number, Counts>
}

function countByStratum(visits: Visits, query: ReturnQuery): { names: readonly string[]; strata: Stratum[] } {
  const staff = groupsOf(visits, 'staff', query.base)
  const category = groupsOf(visits, 'category', query.base)
  if (staff.level !== 'line' || category.level !== 'line') throw new TypeError('staff and category belong to lines')
  const strata = new Map<number, Stratum>()
  forEachServed(visits, query, ({ client, first: row }) => {
    const returned = returnsAfter(visits, query, client, row)
    const group = category.of[category.column[row]!]!
    const newOne = isNew(visits, client, query.base)
    const stratum = getOrAdd(strata, 2 * group + (newOne ? 1 : 0), () => ({
      isNew: newOne,
      category: keyOf(category.names[group]!),
      all: noClients(),
      byStaff: new Map(),
    }))
    const own = getOrAdd(stratum.byStaff, staff.of[staff.column[row]!]!, noClients)
    for (const counts of [stratum.all, own]) {
      counts.served++
      if (returned) counts.returned++
    }
  })
  return { names: staff.names, strata: [...strata.values()] }
}

/** Whether the client came in the rule's second period, or within its days of the visit this row is of. */
function returnsAfter({ day, clientStart }: Visits, { rule, asOf }: ReturnQuery, client: number, row: number): boolean {
  const end = clientStart[client + 1]!
  const from = rule.kind === 'period' ? rule.from : day[row]! + 1
  const to = rule.kind === 'period' ? rule.to : day[row]! + rule.days
  const back = firstRowFrom(day, row, end, from)
  return back < end && day[back]! <= Math.min(to, asOf)
}

/** Sums of the test over strata; `expected` over those strata that others serve too. */
interface StaffTest {
  observed: number
  mean: number
  variance: number
  expected: number
  comparable: number
}

function testStaff(count: number, strata: readonly Stratum[]): StaffTest[] {
  const tests = Array.from({ length: count }, () => ({ observed: 0, mean: 0, variance: 0, expected: 0, comparable: 0 }))
  for (const { all, byStaff } of strata) {
    if (all.served < 2) continue
    for (const [staff, { served, returned }] of byStaff) {
      const test = tests[staff]!
      const others = all.served - served
      test.observed += returned
      test.mean += (served * all.returned) / all.served
      test.variance +=
        (served * others * all.returned * (all.served - all.returned)) / (all.served ** 2 * (all.served - 1))
      if (others === 0) continue
      test.expected += (served * (all.returned - returned)) / others
      test.comparable += served
    }
  }
  return tests
}

function mixesOf(count: number, strata: readonly Stratum[]): StaffStratum[][] {
  const mixes: StaffStratum[][] = Array.from({ length: count }, () => [])
  for (const { isNew, category, all, byStaff } of strata) {
    for (const [staff, { served, returned }] of byStaff) {
      const others = { othersServed: all.served - served, othersReturned: all.returned - returned }
      mixes[staff]!.push({ isNew, category, served, returned, ...others })
    }
  }
  const byName = (a: StaffStratum, b: StaffStratum) => compareCodePoints(a.category ?? '', b.category ?? '')
  for (const mix of mixes) {
    mix.sort((a, b) => b.served - a.served || byName(a, b) || Number(b.isNew) - Number(a.isNew))
  }
  return mixes
}

function rowOf(
  name: string,
  served: number,
  returned: number,
  test: StaffTest,
  prior: BetaPrior,
): Omit<StaffComparisonRow, 'strata'> {
  const z = test.variance > 0 ? (test.observed - test.mean) / Math.sqrt(test.variance) : null
  const rate = returned / served
  const { low, high } = wilson(returned, served)!
  return {
    key: keyOf(name),
    served,
    returned,
    rate,
    rateLow: low,
    rateHigh: high,
    expected: test.comparable > 0 ? test.expected / test.comparable : null,
    z,
    verdict: verdictOf(served, z),
    shrunk: (returned + prior.kappa * prior.mean) / (served + prior.kappa),
  }
}

function verdictOf(served: number, z: number | null): Verdict {
  if (served < FEWEST_CLIENTS || z === null) return 'tooFew'
  if (Math.abs(z) < NOTABLE) return 'asExpected'
  const well = Math.abs(z) >= WELL
  if (z < 0) return well ? 'wellBelow' : 'below'
  return well ? 'wellAbove' : 'above'
}

function noClients(): Counts {
  return { served: 0, returned: 0 }
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
