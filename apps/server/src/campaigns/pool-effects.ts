import type { Interval, WinBackEffect } from '@comeback/retention'

/** What several campaigns changed together. */
export interface PooledEffect {
  campaigns: number
  contacted: number
  visited: number
  /** clients who visited because of them, with the 95 % interval; `null` when none had a holdout */
  incremental: (Interval & { expected: number }) | null
  /** minor units, unrounded; `null` as above */
  incrementalRevenue: number | null
  cost: number
}

/**
 * Adds campaigns up, each against its own holdout: pooling the arms first would compare clients of one campaign with
 * those held out of another. The interval is of the sum (square-and-add: Zou and Donner 2008), taking the campaigns as
 * independent.
 */
export function poolEffects(effects: readonly WinBackEffect[]): PooledEffect {
  const measured = effects.flatMap(({ incrementalVisits }) => incrementalVisits ?? [])
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)
  const expected = sum(measured.map((each) => each.expected))
  const spread = (end: 'low' | 'high') => Math.sqrt(sum(measured.map((each) => (each.expected - each[end]) ** 2)))
  const isMeasured = measured.length > 0
  return {
    campaigns: effects.length,
    contacted: sum(effects.map(({ contacted }) => contacted.clients)),
    visited: sum(effects.map(({ contacted }) => contacted.visited)),
    incremental: isMeasured ? { expected, low: expected - spread('low'), high: expected + spread('high') } : null,
    incrementalRevenue: isMeasured ? sum(effects.map(({ incrementalRevenue }) => incrementalRevenue ?? 0)) : null,
    cost: sum(effects.map(({ cost }) => cost)),
  }
}
