import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { indexable } from './indexable.ts'

// Of an erased client nothing is kept but hashes of what identified them, for their name not to come back with a file.
// The hash is salted with the workspace, and keyed where contacts are sealed: see docs/decisions/0012.

/** What is kept of a text that identified an erased client. */
export function fingerprint(
  { workspaceId, vault }: Pick<WorkspaceScope, 'workspaceId' | 'vault'>,
  text: string,
): string {
  return vault.keyOf(createHmac('sha256', workspaceId).update(indexable(text)).digest('hex'))
}

/** Remembers texts that identified clients who are erased. */
export async function rememberErased(scope: WorkspaceScope, keys: { text: string; clientKey: string }[]) {
  if (keys.length === 0) return
  const values = keys.map(
    ({ text, clientKey }) => sql`(${scope.workspaceId}::uuid, ${fingerprint(scope, text)}, ${clientKey})`,
  )
  await scope.db.execute(
    sql`INSERT INTO erased_keys (workspace_id, hash, client_key) VALUES ${sql.join(values, sql`, `)} ON CONFLICT DO NOTHING`,
  )
}

/** The key now of each of these texts that identified an erased client. */
export async function findErased(scope: WorkspaceScope, texts: readonly string[]): Promise<Map<string, string>> {
  const { db, workspaceId } = scope
  const own = sql`workspace_id = ${workspaceId}`
  const [any] = await rowsOf(db, sql`SELECT 1 FROM erased_keys WHERE ${own} LIMIT 1`)
  if (!any) return new Map()
  const textOf = new Map(texts.map((text) => [fingerprint(scope, text), text]))
  const rows = await rowsOf<{ hash: string; key: string }>(
    db,
    sql`SELECT hash, client_key AS key FROM erased_keys
      WHERE ${own} AND hash = ANY (${`{${[...textOf.keys()].join(',')}}`}::text[])`,
  )
  return new Map(rows.map(({ hash, key }) => [textOf.get(hash)!, key]))
}
