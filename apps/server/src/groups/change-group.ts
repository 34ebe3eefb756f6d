import { and, eq } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { findGroup } from './find-groups.ts'
import type { GroupRule } from './rule.ts'
import { groups } from './tables.ts'

export interface GroupChange {
  name?: string | undefined
  rule?: GroupRule | undefined
  archived?: boolean | undefined
  awayOn?: string | null | undefined
}

/**
 * Renames a group, puts it away or brings it back, gives a live one another rule, a frozen one another day its people were
 * away on. Throws `groupNotFound`, `groupFrozen` for a rule of a frozen one, `groupLive` for such a day of a live one.
 */
export function changeGroup(outer: WorkspaceScope, who: Who, id: string, change: GroupChange): Promise<void> {
  return outer.transaction(async (scope) => {
    const before = await findGroup(scope, id)
    if (change.awayOn && before.rule) throw new AppError('groupLive')
    if (change.rule && !before.rule) throw new AppError('groupFrozen')
    const archivedAt = change.archived ? (before.archivedAt ?? new Date()) : null
    await scope.db
      .update(groups)
      .set({
        name: change.name ?? before.name,
        rule: change.rule ?? before.rule,
        awayOn: change.awayOn === undefined ? before.awayOn : change.awayOn,
        archivedAt: change.archived === undefined ? before.archivedAt : archivedAt,
      })
      .where(and(eq(groups.workspaceId, scope.workspaceId), eq(groups.id, id)))
    const changed = (['name', 'rule', 'archived', 'awayOn'] as const).filter((field) => change[field] !== undefined)
    await recordAudit(scope, who, { action: 'group.changed', subject: `group:${id}`, details: { changed } })
  })
}

/** Deletes a group for good; its people stay clients. Throws `groupNotFound`. */
export function removeGroup(outer: WorkspaceScope, who: Who, id: string): Promise<void> {
  return outer.transaction(async (scope) => {
    await findGroup(scope, id)
    await scope.db.delete(groups).where(and(eq(groups.workspaceId, scope.workspaceId), eq(groups.id, id)))
    await recordAudit(scope, who, { action: 'group.removed', subject: `group:${id}` })
  })
}
