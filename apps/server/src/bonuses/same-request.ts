import { and, eq, inArray } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { bonusOperations } from './tables.ts'

type Known = typeof bonusOperations.$inferSelect

/**
 * What a request with this key has done already, by client; `isSame` tells whether it was this one. Throws `bonusKeyUsed`
 * when it was another. Ask while holding the accounts.
 */
export async function sameRequest(
  { db, workspaceId }: WorkspaceScope,
  clientIds: readonly number[],
  key: string,
  isSame: (operation: Known) => boolean,
): Promise<Map<number, Known>> {
  const done = await db
    .select()
    .from(bonusOperations)
    .where(
      and(
        eq(bonusOperations.workspaceId, workspaceId),
        eq(bonusOperations.key, key),
        clientIds.length === 1 ? inArray(bonusOperations.clientId, [...clientIds]) : undefined,
      ),
    )
  const asked = new Set(clientIds)
  const own = done.filter(({ clientId }) => asked.has(clientId))
  if (!own.every(isSame)) throw new AppError('bonusKeyUsed', { value: key })
  return new Map(own.map((operation) => [operation.clientId, operation]))
}
