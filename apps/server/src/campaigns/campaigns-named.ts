import { and, eq, inArray } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { campaigns } from './tables.ts'

/** Names of those of these campaigns there are, by id, with the automation whose runs they are. */
export async function campaignsNamed({ db, workspaceId }: WorkspaceScope, ids: readonly string[]) {
  const { id, name, automationId } = campaigns
  const rows = await db
    .select({ id, name, automationId })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, workspaceId), inArray(id, [...new Set(ids)])))
  return new Map(rows.map((row) => [row.id, row]))
}
