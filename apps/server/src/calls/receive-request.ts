import { formatDay } from '@comeback/retention'
import { and, eq, or, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { calls, type Wish } from './tables.ts'

interface Request {
  /** of the form: the same form is one request, however often it comes */
  formKey: string
  /** `null`: nobody of the book, with a name and phone */
  clientId: number | null
  name: string
  phone: string
  wish: Wish
}

/**
 * Puts what somebody asked for on the hosted page at the head of the call list. Sent again the same form changes the wish
 * while nobody has dealt with it, and nothing afterwards; a client who is to be called already is then known to wait.
 */
export async function receiveRequest(outer: WorkspaceScope, request: Request): Promise<void> {
  const { formKey, clientId, name, phone, wish } = request
  await outer.transaction(async (scope) => {
    const { db, workspaceId, vault } = scope
    const id = laterId()
    const openKey = clientId === null ? `form:${formKey}` : `client:${clientId}`
    const today = formatDay(todayOf(await readWorkspace(scope)))
    const now = new Date()
    const asked = {
      ...({ source: 'request', sourceId: '', reason: '', script: '', wish } as const),
      ...{ dueOn: today, createdOn: today, createdAt: now },
    }
    const made = await db
      .insert(calls)
      .values({
        ...{ workspaceId, id, clientId, ...asked, openKey, formKey, state: 'open' },
        ...{ name: vault.seal(name, `${id} name`), phone: vault.seal(phone, `${id} phone`) },
        ...{ note: '', tries: 0, takenName: '', createdName: '', changedAt: now, changedName: '' },
        revision: 0,
      })
      .onConflictDoNothing()
      .returning({ id: calls.id })
    if (made.length > 0) return
    await db
      .update(calls)
      .set({ ...asked, formKey, revision: sql`${calls.revision} + 1` })
      .where(
        and(
          eq(calls.workspaceId, workspaceId),
          eq(calls.state, 'open'),
          or(eq(calls.openKey, openKey), eq(calls.formKey, formKey)),
          // the form has been dealt with: this is the same page sent again
          sql`NOT EXISTS (SELECT FROM calls done WHERE done.workspace_id = ${workspaceId}
            AND done.form_key = ${formKey} AND done.state = 'done')`,
        ),
      )
  })
}
