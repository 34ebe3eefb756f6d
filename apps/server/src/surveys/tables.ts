import { index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'

/** How likely clients are to recommend the salon, one answer to each message that asked. */
export const surveyAnswers = pgTable(
  'survey_answers',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    clientId: integer('client_id').notNull(),
    /** the campaign, or the run of an automation, whose message asked */
    campaignId: uuid('campaign_id').notNull(),
    /** 0 not at all likely, 10 extremely likely */
    score: smallint().notNull(),
    /** sealed where there is a key; '' without one */
    comment: text().notNull(),
    /** from here on it can be changed for a while */
    firstAnsweredAt: moment('first_answered_at').notNull(),
    /** when it was last said so */
    answeredAt: moment('answered_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('survey_answers_of_message').on(table.workspaceId, table.campaignId, table.clientId),
    index('survey_answers_client').on(table.workspaceId, table.clientId, table.answeredAt),
  ],
)

export type SurveyAnswerRow = typeof surveyAnswers.$inferSelect
