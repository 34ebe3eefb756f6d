import { and, eq, sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import type { Announce } from '../http/announce.ts'
import { laterId } from '../later-id.ts'
import { type SurveyAnswerRow, surveyAnswers } from './tables.ts'

/** Days an answer can be changed for. */
export const CHANGE_DAYS = 7
const DAY_MS = 86_400_000

/** Longer comments are cut. */
export const LONGEST_COMMENT = 1000

/** The message that asked. */
export interface Asked {
  clientId: number
  campaignId: string
}

export interface Said {
  /** 0 to 10 */
  score: number
  comment: string
}

/** Until when an answer can be changed. */
export const changeableUntil = ({ firstAnsweredAt }: Pick<SurveyAnswerRow, 'firstAnsweredAt'>): Date =>
  new Date(firstAnsweredAt.getTime() + CHANGE_DAYS * DAY_MS)

/** What a client answered to a message, readable; `null` when they have not. */
export async function findAnswer({ db, workspaceId, vault }: WorkspaceScope, { clientId, campaignId }: Asked) {
  const [row] = await db
    .select()
    .from(surveyAnswers)
    .where(
      and(
        eq(surveyAnswers.workspaceId, workspaceId),
        eq(surveyAnswers.campaignId, campaignId),
        eq(surveyAnswers.clientId, clientId),
      ),
    )
  return row ? { ...row, comment: vault.open(row.comment) } : null
}

/**
 * Keeps what a client answers to a message; said again within {@link CHANGE_DAYS} it takes the place of what they said
 * before. Answers whether it was kept: not when that time is over, or the client has been erased.
 */
export function answerSurvey(
  outer: WorkspaceScope,
  asked: Asked,
  { score, comment }: Said,
  { now, announce }: { now: Date; announce: Announce },
): Promise<boolean> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId, vault } = scope
    const { clientId, campaignId } = asked
    // who is being erased is waited for, and whoever sends the form twice
    const [known] = await rowsOf(
      db,
      sql`SELECT 1 FROM clients WHERE workspace_id = ${workspaceId} AND id = ${clientId} AND erased_at IS NULL FOR UPDATE`,
    )
    if (!known) return false
    const before = await findAnswer(scope, asked)
    if (before && changeableUntil(before) <= now) return false
    if (before?.score === score && before.comment === comment) return true
    const id = before?.id ?? laterId()
    const said = { score, comment: sealComment(vault, id, comment), answeredAt: now }
    await db
      .insert(surveyAnswers)
      .values({ workspaceId, id, clientId, campaignId, ...said, firstAnsweredAt: now })
      .onConflictDoUpdate({ target: [surveyAnswers.workspaceId, surveyAnswers.id], set: said })
    await announce(scope, { type: 'survey.answered', data: { answerId: id, clientId, campaignId, score } })
    return true
  })
}

/** A comment as it is stored. */
export const sealComment = (vault: WorkspaceScope['vault'], id: string, comment: string): string =>
  comment === '' ? '' : vault.seal(comment, `survey ${id} comment`)
