import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { pageAddress } from '../page-address.ts'
import type { LinkSource } from './tables.ts'
import { newToken } from './token.ts'

/** Days a link leads somewhere; then a page says how to reach the salon. */
const LINK_DAYS = 90

/** Where links lead: to an address of the salon, or to a hosted page, of the survey when that is what they are for. */
type LinkTarget = { kind: 'url'; url: string } | { kind: 'request' }

interface LinksAsked {
  source: LinkSource
  clientIds: readonly number[]
  target: LinkTarget
}

/**
 * The short address of each of these clients in one sending, the same when asked again. Clients nobody has and erased
 * ones are missing from the map. Throws `badLinkTarget` for an address that is not http(s).
 */
export async function linksFor(
  { db, workspaceId }: WorkspaceScope,
  { source, clientIds, target }: LinksAsked,
  now = new Date(),
): Promise<Map<number, string>> {
  if (clientIds.length === 0) return new Map()
  const url = target.kind === 'url' ? soundTarget(target.url) : null
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000)
  const of = sql`workspace_id = ${workspaceId} AND source_kind = ${source.kind} AND source_id = ${source.id}`
  const ids = sql`${`{${clientIds.join(',')}}`}::integer[]`
  const tokens = sql`${`{${clientIds.map(newToken).join(',')}}`}::text[]`
  await db.execute(sql`
    INSERT INTO links (workspace_id, token, source_kind, source_id, client_id, url, created_at, expires_at)
    SELECT ${workspaceId}::uuid, new.token, ${source.kind}, ${source.id}, new.id, ${url}::text,
      ${now.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz
    FROM unnest(${ids}, ${tokens}) AS new (id, token)
    JOIN clients ON clients.workspace_id = ${workspaceId} AND clients.id = new.id AND clients.erased_at IS NULL
    ON CONFLICT (workspace_id, source_kind, source_id, client_id) DO NOTHING`)
  const rows = await rowsOf<{ clientId: number; token: string }>(
    db,
    sql`SELECT client_id AS "clientId", token FROM links WHERE ${of} AND client_id = ANY (${ids})`,
  )
  return new Map(rows.map(({ clientId, token }) => [clientId, `${pageAddress()}/l/${token}`]))
}

/** Who opened their links of these sendings, to book or to answer, and when first. */
export async function clicksOf(
  { db, workspaceId }: WorkspaceScope,
  kind: LinkSource['kind'],
  ids: readonly string[],
): Promise<{ sourceId: string; clientId: number; at: Date }[]> {
  const rows = await rowsOf<{ sourceId: string; clientId: number; at: string }>(
    db,
    sql`SELECT source_id AS "sourceId", client_id AS "clientId", to_json(min(first_click_at)) #>> '{}' AS at FROM links
      WHERE workspace_id = ${workspaceId} AND source_kind IN (${kind}, 'survey')
        AND source_id = ANY (${`{${ids.join(',')}}`}::text[]) AND first_click_at IS NOT NULL GROUP BY 1, 2`,
  )
  return rows.map(({ at, ...click }) => ({ ...click, at: new Date(at) }))
}

function soundTarget(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const isSound = parsed && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === ''
  if (!isSound) throw new AppError('badLinkTarget', { field: 'url' })
  return parsed.href
}
