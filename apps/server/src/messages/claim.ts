import { randomUUID } from 'node:crypto'
import { formatDay } from '@comeback/retention'
import { and, asc, eq, lt, lte, sql } from 'drizzle-orm'
import type { OutgoingMessage, SendingChannel } from '../channels/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { fallBack } from './note-outcomes.ts'
import type { OpenSource, Prepared } from './source.ts'
import type { Source } from './states.ts'
import { messages } from './tables.ts'

/** A message noted as `sending`, which may now leave. */
export interface Claimed {
  id: string
  attemptId: string
  tries: number
  message: OutgoingMessage
}

export interface Claim {
  claimed: Claimed[]
  /** channels that got something to do, by falling back on them */
  lanes: SendingChannel[]
}

interface Due {
  id: string
  clientId: number
  tries: number
}

type CostOf = (text: string) => { parts: number; minor: number }

/** The source whose message on this channel has been due the longest; `null` when nothing is due. */
export async function nextSource(
  { db, workspaceId }: WorkspaceScope,
  channel: SendingChannel,
  now: Date,
): Promise<Source | null> {
  const [first] = await db
    .select({ kind: messages.sourceKind, id: messages.sourceId })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.channel, channel),
        eq(messages.state, 'queued'),
        lte(messages.dueAt, now),
      ),
    )
    .orderBy(asc(messages.dueAt))
    .limit(1)
  return first ?? null
}

/**
 * Takes due messages of a source and notes them as `sending`, all in one transaction that is over before the first one
 * leaves; those that should not leave any more are passed over, with the reason. Whatever the source gives with a message
 * (bonuses, a link) is given in the same transaction.
 */
export function claimBatch(
  outer: WorkspaceScope,
  channel: SendingChannel,
  source: Source,
  opened: OpenSource | null,
  { now, most, costOf }: { now: Date; most: number; costOf: CostOf },
): Promise<Claim> {
  return outer.transaction(async (scope) => {
    await opened?.lock(scope)
    const due = await takeDue(scope, channel, source, now, most)
    if (due.length === 0) return { claimed: [], lanes: [] }
    if (!opened) {
      await passOver(
        scope,
        due.map(({ id }) => ({ id, reason: 'stopped' })),
      )
      return { claimed: [], lanes: [] }
    }
    const prepared = await opened.prepare(
      scope,
      channel,
      due.map(({ clientId }) => clientId),
      now,
    )
    if (prepared.kind !== 'ready') {
      await postpone(scope, channel, source, prepared.kind === 'later' ? prepared.until : null)
      return { claimed: [], lanes: [] }
    }
    const sorted = sortOut(due, prepared.byClient)
    await passOver(scope, [...sorted.skipped, ...sorted.notHere])
    const lanes = await fallBack(
      scope,
      sorted.notHere.map(({ id }) => id),
    )
    const claimed = sorted.ready.map(({ id, tries, message }): Claimed => {
      const attemptId = randomUUID()
      return { id, attemptId, tries: tries + 1, message: { ...message, id: attemptId } }
    })
    await markSending(scope, claimed, now, costOf)
    return { claimed, lanes }
  })
}

function takeDue(
  { db, workspaceId }: WorkspaceScope,
  channel: SendingChannel,
  source: Source,
  now: Date,
  most: number,
): Promise<Due[]> {
  return db
    .select({ id: messages.id, clientId: messages.clientId, tries: messages.tries })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.sourceId, source.id),
        eq(messages.channel, channel),
        eq(messages.state, 'queued'),
        lte(messages.dueAt, now),
      ),
    )
    .orderBy(asc(messages.position))
    .limit(most)
    .for('update', { skipLocked: true })
}

function sortOut(due: readonly Due[], byClient: ReadonlyMap<number, Prepared>) {
  const ready: (Due & { message: Omit<OutgoingMessage, 'id'> })[] = []
  const skipped: { id: string; reason: string }[] = []
  const notHere: { id: string; reason: string }[] = []
  for (const row of due) {
    const prepared = byClient.get(row.clientId) ?? { kind: 'skip', reason: 'erased' }
    if (prepared.kind === 'send') ready.push({ ...row, message: prepared.message })
    else (prepared.kind === 'skip' ? skipped : notHere).push({ id: row.id, reason: prepared.reason })
  }
  return { ready, skipped, notHere }
}

async function passOver({ db, workspaceId }: WorkspaceScope, skipped: { id: string; reason: string }[]) {
  if (skipped.length === 0) return
  await db.execute(sql`
    UPDATE messages m SET state = 'skipped', trouble = s.reason, due_at = NULL
    FROM jsonb_to_recordset(${JSON.stringify(skipped)}::jsonb) AS s (id uuid, reason text)
    WHERE m.workspace_id = ${workspaceId} AND m.id = s.id`)
}

async function postpone(
  { db, workspaceId }: WorkspaceScope,
  channel: SendingChannel,
  source: Source,
  until: Date | null,
) {
  await db
    .update(messages)
    .set({ dueAt: until })
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.sourceId, source.id),
        eq(messages.channel, channel),
        eq(messages.state, 'queued'),
      ),
    )
}

async function markSending(scope: WorkspaceScope, claimed: Claimed[], now: Date, costOf: CostOf) {
  if (claimed.length === 0) return
  const today = formatDay(todayOf(await readWorkspace(scope), now.toTemporalInstant()))
  const rows = claimed.map(({ id, attemptId, message }) => ({ id, attemptId, ...costOf(message.text) }))
  await rowsOf(
    scope.db,
    sql`UPDATE messages m SET state = 'sending', tries = m.tries + 1, attempt_id = c."attemptId", due_at = NULL,
        claimed_at = ${now.toISOString()}::timestamptz, written_on = ${today}::date, cost = c.minor, parts = c.parts
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS c (id uuid, "attemptId" uuid, parts smallint, minor integer)
      WHERE m.workspace_id = ${scope.workspaceId} AND m.id = c.id`,
  )
}

/** Keeps everything that is in line on a channel from being sent before then. */
export async function postponeLane({ db, workspaceId }: WorkspaceScope, channel: SendingChannel, until: Date) {
  await db
    .update(messages)
    .set({ dueAt: until })
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.channel, channel),
        eq(messages.state, 'queued'),
        lt(messages.dueAt, until),
      ),
    )
}

/** Puts claimed messages that have surely not begun to leave back in line. */
export async function giveBack({ db, workspaceId }: WorkspaceScope, claimed: readonly Claimed[], dueAt: Date) {
  if (claimed.length === 0) return
  const ids = `{${claimed.map(({ attemptId }) => attemptId).join(',')}}`
  await db.execute(sql`
    UPDATE messages SET state = 'queued', tries = tries - 1, due_at = ${dueAt.toISOString()}::timestamptz
    WHERE workspace_id = ${workspaceId} AND state = 'sending' AND attempt_id = ANY (${ids}::uuid[])`)
}
