import { z } from '@hono/zod-openapi'
import { eq, sql } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import type { Announce } from '../http/announce.ts'
import type { Who } from '../http/who.ts'
import { readWorkspace, Settings } from './settings.ts'

export const WorkspaceChange = z
  .object({ name: z.string().trim().max(80).optional(), settings: Settings.partial().optional() })
  .openapi('WorkspaceChange')

interface Changer {
  scope: WorkspaceScope
  who: Who
  announce: Announce
}

type Change = z.infer<typeof WorkspaceChange>

/**
 * Renames the workspace or changes some of its settings, and with them every number that depends on them; what was
 * changed is noted in the log of actions, and those told who want to be.
 */
export function changeWorkspace({ scope: outer, who, announce }: Changer, { name, settings = {} }: Change) {
  return outer.transaction(async (scope) => {
    const own = eq(workspaces.id, scope.workspaceId)
    await scope.db.select({ id: workspaces.id }).from(workspaces).where(own).for('update')
    const before = await readWorkspace(scope)
    await scope.db
      .update(workspaces)
      .set({
        ...(name === undefined ? {} : { name }),
        settings: sql`${workspaces.settings} || ${JSON.stringify(settings)}::jsonb`,
        dataVersion: sql`${workspaces.dataVersion} + 1`,
      })
      .where(own)
    const after = await readWorkspace(scope)
    const details = changesOf({ name: before.name, ...before.settings }, { name: after.name, ...after.settings })
    const { eraseAfterMonths, ...rules } = details
    if (Object.keys(rules).length > 0) await recordAudit(scope, who, { action: 'settings.changed', details: rules })
    if (eraseAfterMonths !== undefined) {
      await recordAudit(scope, who, { action: 'retention.changed', details: { months: eraseAfterMonths } })
    }
    if (Object.keys(rules).some((changed) => changed !== 'name')) {
      await announce(scope, { type: 'data.changed', data: { because: 'settings', dataVersion: after.dataVersion } })
    }
    return { name: after.name, settings: after.settings }
  })
}
