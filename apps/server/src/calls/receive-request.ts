import { formatDay } from '@comeback/retention'
import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { laterId } from '../later-id.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { calls, type Wish } from './tables.ts'

/** Strangers on the list at once, and in 24 hours: more than any salon calls. */
const MOST_WAITING = 200
const MOST_A_DAY = 100
const DAY_MS = 86_400_000

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
 * Returns whether it was taken: a list with too many strangers takes no more of them, so that nobody buries the salon's
 * own clients under made-up ones.
 */
export async function receiveRequest(outer: WorkspaceScope, request: Request): Promise<boolean> {
  const { formKey, clientId, name, phone, wish } = request
  return await outer.transaction(async (scope) => {
    const { db, workspaceId, vault } = scope
    if (clientId === null && (await isFullOfStrangers(scope, formKey))) return false
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
    if (made.length > 0) return true
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
    return true
  })
}

/** Whether so many strangers wait already, leaving this form out, or came within a day. */
async function isFullOfStrangers({ db, workspaceId }: WorkspaceScope, formKey: string): Promise<boolean> {
  // requests take turns, so that many at once are counted too
  await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
  const strangers = and(
    eq(calls.workspaceId, workspaceId),
    eq(calls.source, 'request'),
    isNull(calls.clientId),
    ne(calls.formKey, formKey),
  )
  const dayAgo = new Date(Date.now() - DAY_MS)
  const [found] = await db
    .select({
      waiting: sql<number>`count(*) FILTER (WHERE ${calls.state} = 'open')::int`,
      today: sql<number>`count(*) FILTER (WHERE ${calls.createdAt} > ${dayAgo})::int`,
    })
    .from(calls)
    .where(strangers)
  return (found?.waiting ?? 0) >= MOST_WAITING || (found?.today ?? 0) >= MOST_A_DAY
}
