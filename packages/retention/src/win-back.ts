import { fisherExact } from './fisher.ts'
import { type Interval, newcombe, wilson, Z95 } from './interval.ts'
import { randomFrom } from './random.ts'

/** One arm of a campaign: those contacted, or the holdout, who are not. */
export interface Arm {
  clients: number
  /** of them with a visit within the attribution window */
  visited: number
  /** of these visits, minor units */
  revenue: number
  /** sum of the squares of what each client brought, for the interval of revenue; without it there is none */
  revenueSquares?: number
}

export interface ArmResult extends Omit<Arm, 'revenueSquares'> {
  /** visited / clients, 0–1, with its 95 % Wilson interval; `null` without clients */
  share: number | null
  low: number | null
  high: number | null
}

/** What a campaign changed (METRICS §9). */
export interface WinBackEffect {
  contacted: ArmResult
  holdout: ArmResult
  /** difference of the shares, −1–1, with its 95 % Newcombe interval; `null` when an arm is empty */
  lift: (Interval & { difference: number }) | null
  /** two-sided, Fisher exact: how often chance alone makes so large a difference; `null` when an arm is empty */
  p: number | null
  /** clients who visited because of the campaign: lift × contacted, with the interval's ends */
  incrementalVisits: (Interval & { expected: number }) | null
  /** (revenue per contacted client − per client of the holdout) × contacted, minor units, unrounded */
  incrementalRevenue: number | null
  /**
   * 95 % interval of `incrementalRevenue` (normal, unequal variances); `null` where it cannot be said: without squares, or
   * when fewer than 2 clients of an arm paid
   */
  incrementalRevenueRange: Interval | null
  /** messages and bonuses redeemed, minor units */
  cost: number
  /** incremental revenue ÷ cost; `null` when it cost nothing or there is nothing to compare with */
  returnOnSpend: number | null
}

/**
 * The effect of a campaign against its holdout, both over the same window. "Visited after the message" are
 * `contacted.visited`; "because of it" only what exceeds the holdout. Never throws.
 */
export function winBackEffect(contacted: Arm, holdout: Arm, cost: number): WinBackEffect {
  const lift = newcombe(contacted.visited, contacted.clients, holdout.visited, holdout.clients)
  const perClient = ({ revenue, clients }: Arm) => revenue / clients
  const incrementalRevenue = lift && (perClient(contacted) - perClient(holdout)) * contacted.clients
  return {
    contacted: resultOf(contacted),
    holdout: resultOf(holdout),
    lift,
    p: lift && fisherExact(contacted.visited, contacted.clients, holdout.visited, holdout.clients),
    incrementalVisits: lift && {
      expected: lift.difference * contacted.clients,
      low: lift.low * contacted.clients,
      high: lift.high * contacted.clients,
    },
    incrementalRevenue,
    incrementalRevenueRange: revenueRange(contacted, holdout),
    cost,
    returnOnSpend: incrementalRevenue === null || cost === 0 ? null : incrementalRevenue / cost,
  }
}

function revenueRange(contacted: Arm, holdout: Arm): Interval | null {
  const [of, against] = [spreadOf(contacted), spreadOf(holdout)]
  if (of === null || against === null) return null
  const difference = contacted.revenue / contacted.clients - holdout.revenue / holdout.clients
  const half = Z95 * Math.sqrt(of + against)
  return { low: (difference - half) * contacted.clients, high: (difference + half) * contacted.clients }
}

/** The variance of an arm's mean revenue per client; where one or nobody paid, the spread is anybody's guess. */
function spreadOf({ clients, visited, revenue, revenueSquares }: Arm): number | null {
  if (revenueSquares === undefined || visited < 2) return null
  return Math.max(revenueSquares - revenue ** 2 / clients, 0) / (clients - 1) / clients
}

function resultOf({ clients, visited, revenue }: Arm): ArmResult {
  const arm = { clients, visited, revenue }
  const interval = wilson(arm.visited, arm.clients)
  return {
    ...arm,
    share: arm.clients === 0 ? null : arm.visited / arm.clients,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }
}

/** 80 % quantile of the standard normal distribution: the power a campaign is planned with. */
const Z80 = 0.841621233572914

/**
 * The smallest lift a campaign of this size would show to be more than chance in four of five cases (two-sided 5 %,
 * normal approximation, Fleiss 1981), when `baseShare` of the clients come by themselves: what to tell before sending.
 * 0–1; `null` when even bringing back everybody would not show, or an arm is empty.
 */
export function detectableLift(contacted: number, holdout: number, baseShare: number): number | null {
  if (contacted === 0 || holdout === 0) return null
  const shows = (lift: number) => {
    const share = baseShare + lift
    const pooled = (share * contacted + baseShare * holdout) / (contacted + holdout)
    const byChance = Z95 * Math.sqrt(pooled * (1 - pooled) * (1 / contacted + 1 / holdout))
    const spread = Z80 * Math.sqrt((share * (1 - share)) / contacted + (baseShare * (1 - baseShare)) / holdout)
    return lift >= byChance + spread
  }
  let low = 0
  let high = 1 - baseShare
  if (!shows(high)) return null
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (shows(middle)) high = middle
    else low = middle
  }
  return high
}

/**
 * Draws the holdout at random within strata, so that every stratum has its share of it: by client, 1 for those held out.
 * `strata` is any number a client, equal for those alike; `share` 0–1. Of n clients round(n · share) are drawn, and of
 * each stratum its share rounded up or down. The same seed draws the same (systematic sampling of a shuffled list).
 */
export function drawHoldout(strata: ArrayLike<number>, share: number, seed: number): Uint8Array {
  const random = randomFrom(seed)
  const order = Array.from(strata, (stratum, client) => ({ client, stratum, chance: random() }))
  order.sort((a, b) => a.stratum - b.stratum || a.chance - b.chance || a.client - b.client)
  const held = new Uint8Array(strata.length)
  const drawn = Math.round(strata.length * share)
  const start = random()
  for (let i = 0; i < drawn; i++) held[order[Math.floor(((i + start) * strata.length) / drawn)]!.client] = 1
  return held
}
