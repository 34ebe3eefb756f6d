import type { Group } from './tables.ts'

/** A group as it leaves the program. */
export function groupJson({ id, name, rule, madeBy, createdAt, archivedAt }: Group) {
  return {
    ...{ id, name, rule, madeBy },
    kind: rule ? ('live' as const) : ('frozen' as const),
    createdAt: createdAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
  }
}
