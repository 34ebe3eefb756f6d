import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import type { KeyScope } from '../permissions.ts'
import { apiKeys, users } from './tables.ts'

/** What a key begins with: secret scanners and people recognise it by. */
export const KEY_PREFIX = 'cbk_'
const ENDING = 4

export interface NewKey {
  name: string
  scopes: KeyScope[]
  /** `null`: never */
  expiresAt: Date | null
}

/** Makes a key; the key itself is told once, here, and kept as a hash only. */
export function makeKey(scope: WorkspaceScope, who: Who, made: NewKey): Promise<{ id: string; key: string }> {
  return scope.transaction(async (inner) => {
    const { db, workspaceId } = inner
    const key = KEY_PREFIX + randomBytes(32).toString('base64url')
    const id = laterId()
    const createdBy = who.kind === 'user' ? who.id : null
    await db
      .insert(apiKeys)
      .values({ workspaceId, id, ...made, createdBy, secretHash: hashOfKey(key), ending: key.slice(-ENDING) })
    const { name, scopes, expiresAt } = made
    const details = { name, scopes, expiresAt: expiresAt?.toISOString() ?? null }
    await recordAudit(inner, who, { action: 'key.made', subject: `key:${id}`, details })
    return { id, key }
  })
}

/** Keys of the workspace, the newest first, the revoked ones among them; `before` and `limit` cut out a page. */
export async function listKeys({ db, workspaceId }: WorkspaceScope, page: { before: string | null; limit: number }) {
  const rows = await db
    .select({ key: apiKeys, createdBy: users.name })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(and(eq(apiKeys.workspaceId, workspaceId), page.before === null ? undefined : lt(apiKeys.id, page.before)))
    .orderBy(desc(apiKeys.id))
    .limit(page.limit)
  return rows.map(({ key, createdBy }) => ({
    ...{ id: key.id, name: key.name, ending: key.ending, scopes: key.scopes, createdBy },
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  }))
}

/** Shuts a key for good; a revoked one stays revoked as it was. Throws `keyNotFound`. */
export function revokeKey(scope: WorkspaceScope, who: Who, id: string): Promise<void> {
  return scope.transaction(async (inner) => {
    const { db, workspaceId } = inner
    const own = and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id))
    const [found] = await db.select({ name: apiKeys.name }).from(apiKeys).where(own)
    if (!found) throw new AppError('keyNotFound', { value: id })
    const shut = await db
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(own, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id })
    if (shut.length > 0) await recordAudit(inner, who, { action: 'key.revoked', subject: `key:${id}`, details: found })
  })
}

export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
