import type { BonusRulesOf } from './rules.ts'

/** The last day of bonuses given today, as the rules have it where nobody said anything else. */
export function expiryByRule(
  asked: string | null | undefined,
  { lifeDays }: BonusRulesOf,
  today: string,
): string | null {
  if (asked !== undefined) return asked
  return lifeDays === null ? null : Temporal.PlainDate.from(today).add({ days: lifeDays }).toString()
}
