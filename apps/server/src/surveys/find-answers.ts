import { bandOf, type NetPromoter, netPromoter, SCORES_OF, SURVEY_BANDS, type SurveyBand } from '@comeback/retention'
import { sql } from 'drizzle-orm'
import { findContacts } from '../book/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'

/** A place in the list, which has the latest first. */
export interface AnswerPlace {
  at: string
  id: string
}

/** An answer, readable, with who gave it. */
export interface FoundAnswer {
  id: string
  clientId: number
  /** '' of erased clients */
  clientName: string
  campaignId: string
  score: number
  comment: string
  /** ISO 8601, to the millisecond */
  at: string
}

interface AskedFor {
  /** every answer of one client; `null`: the last one of each */
  clientId: number | null
  /** `null`: all */
  band: SurveyBand | null
  after: AnswerPlace | null
  limit: number
}

/** What a moment is to JavaScript ends with the millisecond. */
const MOMENT = sql`date_trunc('milliseconds', answered_at)`

/** Answers of clients of the book; those an undone import took away are in no list. */
function answersOf(workspaceId: string) {
  return sql`(SELECT a.* FROM survey_answers a JOIN clients c ON c.workspace_id = a.workspace_id AND c.id = a.client_id
    WHERE a.workspace_id = ${workspaceId}) answers`
}

/** The last answer of each client. */
function lastOf(workspaceId: string) {
  return sql`(SELECT DISTINCT ON (client_id) * FROM ${answersOf(workspaceId)}
    ORDER BY client_id, answered_at DESC, id DESC) answers`
}

/** Answers, the latest first. */
export async function findAnswers(
  scope: WorkspaceScope,
  { clientId, band, after, limit }: AskedFor,
): Promise<FoundAnswer[]> {
  const { db, workspaceId, vault } = scope
  const scores = band ? SCORES_OF[band] : { from: 0, to: 10 }
  const rows = await rowsOf<Omit<FoundAnswer, 'clientName'>>(
    db,
    sql`SELECT id, client_id AS "clientId", campaign_id AS "campaignId", score, comment,
        to_char(${MOMENT} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
      FROM ${clientId === null ? lastOf(workspaceId) : answersOf(workspaceId)}
      WHERE score BETWEEN ${scores.from} AND ${scores.to}
        ${clientId === null ? sql`` : sql`AND client_id = ${clientId}`}
        ${after === null ? sql`` : sql`AND (${MOMENT}, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY ${MOMENT} DESC, id DESC LIMIT ${limit}`,
  )
  const contacts = await findContacts(
    scope,
    rows.map((row) => row.clientId),
  )
  return rows.map((row) => ({
    ...row,
    comment: vault.open(row.comment),
    clientName: contacts.get(row.clientId)?.name ?? '',
  }))
}

export type SurveyCounts = Record<SurveyBand, number>

export interface SurveySummary extends SurveyCounts {
  /** `null`: not enough answers yet */
  netPromoter: NetPromoter | null
}

/** How many clients are in each band by their last answer, and what that says of all. */
export async function summariseAnswers({ db, workspaceId }: WorkspaceScope): Promise<SurveySummary> {
  const rows = await rowsOf<{ score: number; clients: number }>(
    db,
    sql`SELECT score, count(*)::integer AS clients FROM ${lastOf(workspaceId)} GROUP BY 1`,
  )
  const counts = Object.fromEntries(SURVEY_BANDS.map((band) => [band, 0])) as SurveyCounts
  for (const { score, clients } of rows) counts[bandOf(score)] += clients
  return { ...counts, netPromoter: netPromoter(counts) }
}

/** What a client said last, and on which of the salon's own days. */
export interface LastScore {
  score: number
  /** ISO date */
  on: string
}

/** The last answer of every client who has given one, erased ones too. */
export async function lastScores(
  { db, workspaceId }: WorkspaceScope,
  timeZone: string,
): Promise<Map<number, LastScore>> {
  const rows = await rowsOf<LastScore & { clientId: number }>(
    db,
    sql`SELECT client_id AS "clientId", score, (answered_at AT TIME ZONE ${timeZone})::date::text AS on
      FROM ${lastOf(workspaceId)}`,
  )
  return new Map(rows.map(({ clientId, ...last }) => [clientId, last]))
}

/** Clients whose last answer is in a band, without erased ones. */
export async function clientsInBand({ db, workspaceId }: WorkspaceScope, band: SurveyBand): Promise<number[]> {
  const { from, to } = SCORES_OF[band]
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`SELECT client_id AS id FROM ${lastOf(workspaceId)} WHERE score BETWEEN ${from} AND ${to}
      AND NOT EXISTS (SELECT FROM clients c WHERE c.workspace_id = ${workspaceId} AND c.id = client_id
        AND c.erased_at IS NOT NULL) ORDER BY 1`,
  )
  return rows.map(({ id }) => id)
}
