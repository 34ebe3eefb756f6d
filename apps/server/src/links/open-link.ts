import { and, eq, isNull, sql } from 'drizzle-orm'
import { openScope, type Store, type WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { bookingPages, type LinkSource, links, unsubscribeLinks } from './tables.ts'
import { isToken } from './token.ts'

/** Whose link was opened, and where it leads. */
export interface OpenedLink {
  scope: WorkspaceScope
  token: string
  clientId: number
  source: LinkSource
  url: string | null
  isExpired: boolean
}

/** The link behind a token; `null` when there is none, or its salon is suspended. */
export async function openLink(store: Store, token: string, now: Date): Promise<OpenedLink | null> {
  if (!isToken(token)) return null
  const [found] = await store.db
    .select({ link: links })
    .from(links)
    .innerJoin(workspaces, eq(workspaces.id, links.workspaceId))
    .where(and(eq(links.token, token), isNull(workspaces.suspendedAt)))
  if (!found) return null
  const { workspaceId, clientId, sourceKind, sourceId, url, expiresAt } = found.link
  const source = { kind: sourceKind, id: sourceId }
  return { scope: openScope(store, workspaceId), token, clientId, source, url, isExpired: expiresAt <= now }
}

/** Counts that a person opened a link. */
export async function countClick(
  { scope: { db, workspaceId }, token }: Pick<OpenedLink, 'scope' | 'token'>,
  now: Date,
): Promise<void> {
  await db
    .update(links)
    .set({
      clicks: sql`${links.clicks} + 1`,
      firstClickAt: sql`coalesce(${links.firstClickAt}, ${now.toISOString()}::timestamptz)`,
      lastClickAt: now,
    })
    .where(and(eq(links.workspaceId, workspaceId), eq(links.token, token)))
}

/** The link a client was sent by something; `null` when what they got had none. */
export async function linkSentTo(scope: WorkspaceScope, source: LinkSource, clientId: number) {
  const [found] = await scope.db
    .select({ token: links.token })
    .from(links)
    .where(
      and(
        eq(links.workspaceId, scope.workspaceId),
        eq(links.sourceKind, source.kind),
        eq(links.sourceId, source.id),
        eq(links.clientId, clientId),
      ),
    )
  return found ? { scope, token: found.token } : null
}

/** What a token of an unsubscribe link stands for; `null` when it is none. A suspended salon's clients may refuse too. */
export async function openUnsubscribeLink(store: Store, token: string) {
  if (!isToken(token)) return null
  const [found] = await store.db.select().from(unsubscribeLinks).where(eq(unsubscribeLinks.token, token))
  if (!found) return null
  const { workspaceId, clientId, channel } = found
  return { scope: openScope(store, workspaceId), clientId, channel }
}

/** The salon whose public page has this code; `null` when there is none, it is closed, or the salon is suspended. */
export async function openPublicPage(store: Store, code: string): Promise<{ scope: WorkspaceScope } | null> {
  if (!isToken(code)) return null
  const [found] = await store.db
    .select({ workspaceId: bookingPages.workspaceId })
    .from(bookingPages)
    .innerJoin(workspaces, eq(workspaces.id, bookingPages.workspaceId))
    .where(and(eq(bookingPages.publicCode, code), eq(bookingPages.publicOn, true), isNull(workspaces.suspendedAt)))
  return found ? { scope: openScope(store, found.workspaceId) } : null
}
