import type { AuditDetails, Change } from './events.ts'

type Values = Record<string, Change['from'] | undefined>

/** What differs after a change, by name, as details of an event; empty when nothing does. */
export function changesOf(before: Values, after: Values): AuditDetails {
  const changes: AuditDetails = {}
  for (const [name, to] of Object.entries(after)) {
    const from = before[name]
    if (to === undefined || JSON.stringify(from ?? null) === JSON.stringify(to)) continue
    changes[name] = { from: from ?? null, to }
  }
  return changes
}
