import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { bearerOf } from '../http/has-bearer.ts'
import { type Actor, canManageKeys } from '../permissions.ts'
import { hashOfKey, KEY_PREFIX } from './api-keys.ts'
import { actorIn } from './members.ts'
import { apiKeys } from './tables.ts'

const MINUTE = 60_000
const MANAGER = { role: 'manager', staff: null, seesContacts: false, locations: null } as const

/** A program let in by its key: it is in one workspace, as a manager whose reach the scopes narrow. */
export interface KeyHolder {
  id: string
  name: string
  workspaceId: string
  actor: Actor
}

/**
 * Whoever the key of a request belongs to, `null` for a request without one. Throws `keyUnknown`, `keyExpired` and
 * `keyRevoked`, also once its maker may make no keys any more: who brings a key is never let in as somebody else.
 */
export async function openKey(
  { db }: Pick<Store, 'db'>,
  headers: Headers,
  now = new Date(),
): Promise<KeyHolder | null> {
  const key = bearerOf(headers)
  if (!key?.startsWith(KEY_PREFIX)) return null
  const [found] = await db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.secretHash, hashOfKey(key)))
  if (!found) throw new AppError('keyUnknown')
  const { workspaceId, id, name, scopes, revokedAt, expiresAt, createdBy } = found
  const maker = createdBy === null ? MANAGER : await actorIn({ db }, workspaceId, createdBy)
  if (revokedAt || maker === null || !canManageKeys(maker)) throw new AppError('keyRevoked')
  if (expiresAt && expiresAt <= now) throw new AppError('keyExpired')
  const minuteAgo = new Date(now.getTime() - MINUTE)
  if (!found.lastUsedAt || found.lastUsedAt < minuteAgo) {
    // once a minute at most, however many requests come at the same time
    const stale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, minuteAgo))
    await db
      .update(apiKeys)
      .set({ lastUsedAt: now })
      .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), stale))
  }
  return { id, name, workspaceId, actor: { ...MANAGER, scopes } }
}
