import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { clients } from '../book/tables.ts'
import { moment, workspaceId } from '../database/tables.ts'
import type { GroupRule } from './rule.ts'

export const groups = pgTable(
  'groups',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** who is in a live group; `null`: a frozen one, whose people stand in `group_members` */
    rule: jsonb().$type<GroupRule>(),
    /** who made it, by the name of the time; '' for a program */
    madeBy: text('made_by').notNull(),
    createdAt: moment('created_at').notNull(),
    /** of a frozen group: the day its people were chosen because they were away, see away-on.ts */
    awayOn: date('away_on'),
    /** since when it is out of the way; `null` ordinarily */
    archivedAt: moment('archived_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

/** People of the frozen groups. A client who goes with an undone import leaves them. */
export const groupMembers = pgTable(
  'group_members',
  {
    workspaceId: uuid('workspace_id').notNull(),
    groupId: uuid('group_id').notNull(),
    clientId: integer('client_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.groupId, table.clientId] }),
    foreignKey({
      columns: [table.workspaceId, table.groupId],
      foreignColumns: [groups.workspaceId, groups.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.workspaceId, table.clientId],
      foreignColumns: [clients.workspaceId, clients.id],
    }).onDelete('cascade'),
    index('group_members_client').on(table.workspaceId, table.clientId),
  ],
)

export type Group = typeof groups.$inferSelect
