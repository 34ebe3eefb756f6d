import {
  bigint,
  boolean,
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
import type { Plan } from '../campaigns/plan.ts'
import type { ProblemCode } from '../campaigns/problems.ts'
import { moment, workspaceId } from '../database/tables.ts'
import type { Trigger } from './trigger.ts'

/** What is written by itself when something happens with a client. Its runs are rows of `campaigns`, one a day at most. */
export const automations = pgTable(
  'automations',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    trigger: jsonb().$type<Trigger>().notNull(),
    /** of the runs; without groups and time, which an automation has not */
    plan: jsonb().$type<Plan>().notNull(),
    /** local days between two occasions of one client that are written of */
    pauseDays: smallint('pause_days').notNull(),
    isOn: boolean('is_on').notNull().default(false),
    /** local day; occasions before it are not written of */
    onSince: date('on_since'),
    /** earlier than `onSince` while those from before, whom somebody wanted too, have not been written to */
    fromDay: date('from_day'),
    /** the local day and the version of the book it last looked at: there is nothing to do until either changes */
    ranOn: date('ran_on'),
    ranVersion: integer('ran_version'),
    /** why it wrote nothing when it last looked */
    trouble: text().$type<ProblemCode>(),
    version: integer().notNull().default(1),
    createdAt: moment('created_at').notNull(),
    changedBy: text('changed_by').notNull(),
    /** what it did is kept */
    removedAt: moment('removed_at'),
    /** of the draw */
    seed: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('automations_on').on(table.isOn, table.workspaceId),
  ],
)

/** What was written of, held out or passed over, for ever: whatever comes again, nobody is written to of it twice. */
export const automationOccasions = pgTable(
  'automation_occasions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    automationId: uuid('automation_id').notNull(),
    clientId: integer('client_id').notNull(),
    /** what happened and when: `visit:2026-03-01` */
    occasion: text().notNull(),
    campaignId: uuid('campaign_id').notNull(),
    /** local day */
    foundOn: date('found_on').notNull(),
    arm: text().$type<'contacted' | 'holdout' | 'skipped'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.automationId, table.clientId, table.occasion] }),
    foreignKey({
      columns: [table.workspaceId, table.automationId],
      foreignColumns: [automations.workspaceId, automations.id],
    }),
  ],
)

export type Automation = typeof automations.$inferSelect
