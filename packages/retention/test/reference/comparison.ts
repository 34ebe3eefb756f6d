import { firstMatchingVisits, type Subject } from './first-matching-visit.ts'
import type { Salon } from './line.ts'
import { isNew } from './matching.ts'
import { isOver, type Question } from './question.ts'
import { byCodePoints } from './report.ts'
import { mainLine } from './visits.ts'
import { wilson } from './wilson.ts'

/** A served client as the comparison counts them: once. */
interface Counted {
  staff: string | null
  /** newness × service category of the main line */
  isNew: boolean
  category: string | null
  returned: boolean
}

function countedOf(salon: Salon, { client, visit, later }: Subject, question: Question): Counted {
  const { staff, category } = mainLine(visit)
  const { rule } = question
  const returned = later.some(({ day }) =>
    rule.kind === 'period' ? day >= rule.from && day <= rule.to : day - visit.day <= rule.days,
  )
  return { staff, isNew: isNew(salon, client, question), category, returned }
}

const returnedOf = (clients: Counted[]) => clients.filter((client) => client.returned).length

/** How a master stands to all others in one stratum. */
function strataOf(clients: Counted[], staff: string | null) {
  const stratumOf = (client: Counted) => JSON.stringify([client.isNew, client.category])
  return [...new Set(clients.map(stratumOf))].map((stratum) => {
    const inside = clients.filter((client) => stratumOf(client) === stratum)
    const { isNew, category } = inside[0]!
    const own = inside.filter((client) => client.staff === staff)
    const others = inside.filter((client) => client.staff !== staff)
    return { isNew, category, n: own.length, r: returnedOf(own), N: others.length, R: returnedOf(others) }
  })
}

/** Cochran–Mantel–Haenszel without a continuity correction; `null` where the variance is 0. */
function zOf(strata: ReturnType<typeof strataOf>): number | null {
  let [O, E, V] = [0, 0, 0]
  for (const { n, r, N, R } of strata) {
    const all = n + N
    if (all === 1) continue
    O += r
    E += (n * (r + R)) / all
    V += (n * N * (r + R) * (all - r - R)) / (all ** 2 * (all - 1))
  }
  return V === 0 ? null : (O - E) / Math.sqrt(V)
}

/** What the others achieve with the same mix, over the strata they have. */
function expectedOf(strata: ReturnType<typeof strataOf>): number | null {
  const shared = strata.filter(({ n, N }) => n > 0 && N > 0)
  if (shared.length === 0) return null
  const clients = shared.reduce((sum, { n }) => sum + n, 0)
  return shared.reduce((sum, { n, R, N }) => sum + (n * R) / N, 0) / clients
}

/** The kinds of clients the master has, most clients first, and how the others fare with them. */
function mixOf(strata: ReturnType<typeof strataOf>) {
  return strata
    .filter(({ n }) => n > 0)
    .map(({ isNew, category, n, r, N, R }) => {
      return { isNew, category, served: n, returned: r, othersServed: N, othersReturned: R }
    })
    .sort((a, b) => {
      const byCategory = byCodePoints(a.category ?? '', b.category ?? '')
      return b.served - a.served || byCategory || Number(b.isNew) - Number(a.isNew)
    })
}

function verdictOf(served: number, z: number | null): string {
  if (served < 10 || z === null) return 'tooFew'
  if (Math.abs(z) < 1.96) return 'asExpected'
  if (Math.abs(z) < 3.09) return z < 0 ? 'below' : 'above'
  return z < 0 ? 'wellBelow' : 'wellAbove'
}

/** METRICS §8 but for the shrunk rates, which need the maximum of {@link logLikelihood}; `null` before the time is over. */
export function compareStaff(salon: Salon, question: Question) {
  if (!isOver(question)) return null
  const clients = firstMatchingVisits(salon, question, false).map((subject) => countedOf(salon, subject, question))
  return [...new Set(clients.map((client) => client.staff))]
    .map((key) => {
      const own = clients.filter((client) => client.staff === key)
      const strata = strataOf(clients, key)
      const z = zOf(strata)
      const served = own.length
      const returned = returnedOf(own)
      const { low, high } = wilson(returned, served)
      return {
        key,
        served,
        returned,
        rate: returned / served,
        rateLow: low,
        rateHigh: high,
        expected: expectedOf(strata),
        z,
        verdict: verdictOf(served, z),
        strata: mixOf(strata),
      }
    })
    .sort((a, b) => b.served - a.served || byCodePoints(a.key ?? '', b.key ?? ''))
}

/** Beta-binomial log-likelihood of masters with these clients and returns, the binomial coefficients left out. */
export function logLikelihood(masters: { served: number; returned: number }[], mean: number, kappa: number): number {
  const rising = (start: number, times: number) => {
    let sum = 0
    for (let i = 0; i < times; i++) sum += Math.log(start + i)
    return sum
  }
  return masters.reduce(
    (sum, { served, returned }) =>
      sum + rising(kappa * mean, returned) + rising(kappa * (1 - mean), served - returned) - rising(kappa, served),
    0,
  )
}

/** The highest log-likelihood on a fine grid of means and of κ from 0.001 to 10⁴. */
export function bestOnGrid(masters: { served: number; returned: number }[]): number {
  let best = Number.NEGATIVE_INFINITY
  for (let step = 1; step < 100; step++) {
    for (let power = -3; power <= 4; power += 0.125) {
      best = Math.max(best, logLikelihood(masters, step / 100, 10 ** power))
    }
  }
  return best
}
