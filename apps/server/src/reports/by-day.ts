import type { Day } from '@comeback/retention'

/** Remembers what was worked out for the as-of dates asked about last. */
export function rememberByDay<T>(kept: number, compute: (asOf: Day) => T): (asOf: Day) => T {
  const known = new Map<Day, T>()
  return (asOf) => {
    const value = known.has(asOf) ? known.get(asOf)! : compute(asOf)
    known.delete(asOf)
    known.set(asOf, value)
    const oldest = known.keys().next().value
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
    return value
  }
}
