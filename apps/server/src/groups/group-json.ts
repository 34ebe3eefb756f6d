import type { Group } from './tables.ts'

/** A group as it leaves the program. */
export function groupJson({ id, name, rule, madeBy, createdAt, awayOn, archivedAt }: Group) {
  return {
    ...{ id, name, rule, madeBy },
    kind: rule ? ('live' as const) : ('frozen' as const),
    createdAt: createdAt.toISOString(),
    awayOn,
    archivedAt: archivedAt?.toISOString() ?? null,
  }
}
