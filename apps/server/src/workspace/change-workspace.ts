import { z } from '@hono/zod-openapi'
import { eq, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { readWorkspace, Settings } from './settings.ts'

export const WorkspaceChange = z
  .object({ name: z.string().trim().max(80).optional(), settings: Settings.partial().optional() })
  .openapi('WorkspaceChange')

/** Renames the workspace or changes some of its settings, and with them every number that depends on them. */
export async function changeWorkspace(scope: WorkspaceScope, change: z.infer<typeof WorkspaceChange>) {
  const { name, settings = {} } = change
  await scope.db
    .update(workspaces)
    .set({
      ...(name === undefined ? {} : { name }),
      settings: sql`${workspaces.settings} || ${JSON.stringify(settings)}::jsonb`,
      dataVersion: sql`${workspaces.dataVersion} + 1`,
    })
    .where(eq(workspaces.id, scope.workspaceId))
  const changed = await readWorkspace(scope)
  return { name: changed.name, settings: changed.settings }
}
