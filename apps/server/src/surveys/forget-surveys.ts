import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import { sealComment } from './answer-survey.ts'
import { surveyAnswers } from './tables.ts'

/** Of erased clients the words go; the score stays, as visits do, of somebody without a name. */
export async function forgetSurveys({ db, workspaceId }: WorkspaceScope, clientIds: readonly number[]): Promise<void> {
  await db.execute(sql`UPDATE survey_answers SET comment = '' WHERE workspace_id = ${workspaceId}
    AND client_id = ANY (${`{${clientIds.join(',')}}`}::integer[]) AND comment <> ''`)
}

/** Every answer of a client, the oldest first, for handing out what is known of them. */
export async function exportSurveys({ db, workspaceId, vault }: WorkspaceScope, clientId: number) {
  const rows = await db
    .select()
    .from(surveyAnswers)
    .where(and(eq(surveyAnswers.workspaceId, workspaceId), eq(surveyAnswers.clientId, clientId)))
    .orderBy(asc(surveyAnswers.answeredAt))
  return rows.map(({ score, comment, answeredAt }) => {
    return { score, comment: vault.open(comment), at: answeredAt.toISOString() }
  })
}

/** Seals the comments, when the database gets its first key. */
export async function sealStoredSurveys({ db, workspaceId, vault }: WorkspaceScope): Promise<void> {
  const said = and(eq(surveyAnswers.workspaceId, workspaceId), ne(surveyAnswers.comment, ''))
  for (const { id, comment } of await db.select().from(surveyAnswers).where(said)) {
    await db
      .update(surveyAnswers)
      .set({ comment: sealComment(vault, id, comment) })
      .where(and(eq(surveyAnswers.workspaceId, workspaceId), eq(surveyAnswers.id, id)))
  }
}
