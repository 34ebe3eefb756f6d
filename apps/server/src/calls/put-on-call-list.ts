import { formatDay } from '@comeback/retention'
import { sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { findContacts } from '../book/index.ts'
import { findConsents, standingConsent } from '../consent/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { unknownFieldOf } from './script.ts'
import type { CallSource } from './tables.ts'

export interface PutOptions {
  clientIds: readonly number[]
  /** why to call them, in words */
  reason: string
  /** what to say, with the fields of script.ts; '' for nothing in particular */
  script: string
  source: { kind: Exclude<CallSource, 'request'>; id: string }
  who: Who
}

export interface PutResult {
  added: number
  /** who were there: they stay, with the new reason and script */
  already: number
  /** who do not want calls */
  refused: number
  /** nobody has the id, or they were erased */
  unknown: number
}

/**
 * Puts clients on the call list, to be called today. Nobody stands there twice: whom somebody is to call already gets
 * the newer reason, and a request stays what it is. Throws `unknownField` for a script that names one.
 */
export async function putOnCallList(outer: WorkspaceScope, options: PutOptions): Promise<PutResult> {
  const { clientIds, reason, script, source, who } = options
  const wrong = unknownFieldOf(script)
  if (wrong !== null) throw new AppError('unknownField', { field: 'script', value: wrong })
  const asked = [...new Set(clientIds)]
  return await outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    const contacts = await findContacts(scope, asked)
    const known = asked.filter((id) => contacts.get(id)?.erased === false)
    const said = await findConsents(scope, known)
    const willing = known.filter((id) => standingConsent(said.get(id) ?? [], 'call', 'marketing')?.granted !== false)
    const today = formatDay(todayOf(await readWorkspace(scope)))
    const name = 'name' in who ? who.name : ''
    const ids = `{${willing.map(() => laterId()).join(',')}}`
    const rows = await rowsOf<{ added: boolean }>(
      db,
      sql`INSERT INTO calls (workspace_id, id, client_id, name, phone, source, source_id, reason, script, open_key, state,
          due_on, note, tries, taken_name, created_at, created_on, created_name, changed_at, changed_name, revision)
        SELECT ${workspaceId}::uuid, new.id, new.client, '', '', ${source.kind}, ${source.id}, ${reason}, ${script},
          'client:' || new.client, 'open', ${today}::date, '', 0, '', now(), ${today}::date, ${name}, now(), ${name}, 0
        FROM unnest(${ids}::uuid[], ${`{${willing.join(',')}}`}::integer[]) AS new (id, client)
        ON CONFLICT (workspace_id, open_key) DO UPDATE SET source = excluded.source, source_id = excluded.source_id,
          reason = excluded.reason, script = excluded.script, created_at = excluded.created_at,
          created_on = excluded.created_on,
          revision = calls.revision + 1
        WHERE calls.source <> 'request'
        RETURNING (xmax = 0) AS added`,
    )
    const added = rows.filter((row) => row.added).length
    if (added > 0)
      await recordAudit(scope, who, { action: 'calls.put', details: { clients: added, list: source.kind } })
    return {
      added,
      already: willing.length - added,
      refused: known.length - willing.length,
      unknown: asked.length - known.length,
    }
  })
}
