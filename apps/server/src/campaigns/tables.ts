import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, workspaceId } from '../database/tables.ts'
import type { Plan, Quiet } from './plan.ts'
import type { CampaignState, SkipReason } from './states.ts'

/** One sending to an audience, from the first idea to its results. */
export const campaigns = pgTable(
  'campaigns',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    state: text().$type<CampaignState>().notNull(),
    plan: jsonb().$type<Plan>().notNull(),
    /** counts changes, so that nobody overwrites or sends what they have not seen */
    version: integer().notNull().default(1),
    createdAt: moment('created_at').notNull(),
    /** the salon's own day then: who comes after it need not be written to */
    begunOn: date('begun_on').notNull(),
    /** who changed the plan last: somebody else approves */
    preparedById: text('prepared_by_id'),
    preparedBy: text('prepared_by').notNull(),
    sentBy: text('sent_by'),
    approvedBy: text('approved_by'),
    /** when it is to go out; `null` until somebody pressed Send */
    startsAt: moment('starts_at'),
    /** when the audience was drawn: both arms are counted from here */
    launchedAt: moment('launched_at'),
    launchedOn: date('launched_on'),
    finishedAt: moment('finished_at'),
    /** why the server itself paused it */
    pausedBecause: text('paused_because').$type<'notSetUp'>(),
    /** of the draw */
    seed: bigint({ mode: 'number' }).notNull(),
    /** the automation whose run this is: one day's messages of it; `null` for what a person sent */
    automationId: uuid('automation_id'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('campaigns_of_automation').on(table.workspaceId, table.automationId, table.launchedOn),
    index('campaigns_starting').on(table.state, table.startsAt),
  ],
)

/** The audience as it was drawn: who is written to, who is held out, who was passed over and why. */
export const campaignClients = pgTable(
  'campaign_clients',
  {
    workspaceId: uuid('workspace_id').notNull(),
    campaignId: uuid('campaign_id').notNull(),
    clientId: integer('client_id').notNull(),
    arm: text().$type<'contacted' | 'holdout' | 'skipped'>().notNull(),
    reason: text().$type<SkipReason>(),
    /** quarter of the audience by what they had spent, 1 the least; 0 unknown */
    band: smallint().notNull(),
    // of the last visit before
    staff: text(),
    service: text(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.clientId] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete('cascade'),
    index('campaign_clients_client').on(table.workspaceId, table.clientId),
  ],
)

/** What holds for all campaigns of a workspace; without a row the defaults hold. */
export const campaignSettings = pgTable('campaign_settings', {
  workspaceId: workspaceId().primaryKey(),
  capMessages: smallint('cap_messages').notNull(),
  capDays: smallint('cap_days').notNull(),
  /** more people than this need a second person; `null`: never */
  approveAbove: integer('approve_above'),
  quiet: jsonb().$type<ReturnType<typeof Quiet.parse>>(),
})

export type Campaign = typeof campaigns.$inferSelect
export type CampaignClient = typeof campaignClients.$inferSelect
