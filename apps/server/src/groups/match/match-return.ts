import { clientCadence, parseFilter, parseReturnRule, peopleBehind } from '@comeback/retention'
import { basePeriodOf } from '../base-period.ts'
import type { OutcomeRule, RhythmRule } from '../rule.ts'
import type { Facts } from './facts.ts'
import { type Mask, maskOf } from './mask.ts'

/** Clients the retention report counts under an outcome; nobody for a rule that cannot be read, which schemas refuse. */
export function matchOutcome({ visits, asOf }: Facts, { base, return: returns, outcome, filter }: OutcomeRule): Mask {
  const mask = new Uint8Array(visits.clients)
  const period = basePeriodOf(base, asOf)
  const rule = period && parseReturnRule(returns, period)
  if (!period || !rule || typeof rule === 'string') return mask
  const filters = filter.map((text) => parseFilter(text, ':')).filter((each) => each !== null)
  const people = peopleBehind(visits, { base: period, rule, filters, asOf, by: 'all' }, { count: outcome })
  for (const { client } of people) mask[client] = 1
  return mask
}

export function matchRhythm({ visits, cadence, lastRow }: Facts, { states }: RhythmRule): Mask {
  return maskOf(visits.clients, (client) => {
    if (lastRow[client]! < 0) return false
    const { state } = clientCadence(visits, cadence, client)
    return state !== null && states.includes(state)
  })
}
