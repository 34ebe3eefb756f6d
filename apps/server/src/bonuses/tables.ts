import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { workspaceId } from '../database/tables.ts'
import type { Account, OperationKind } from './accounts.ts'

/** What a workspace decided about its bonuses; without a row the defaults of rules.ts. */
export const bonusRules = pgTable('bonus_rules', {
  workspaceId: workspaceId().primaryKey(),
  /** hundredths of a per cent of what is paid */
  earnBasisPoints: integer('earn_basis_points').notNull(),
  /** share of a bill that bonuses may pay, in per cent */
  capPercent: integer('cap_percent').notNull(),
  /** days a bonus lasts; `null`: without end */
  lifeDays: integer('life_days'),
  /** minor units */
  pointMinor: integer('point_minor').notNull(),
})

/** A row for each client who was ever given anything: holding it is the right to change their ledger. */
export const bonusAccounts = pgTable(
  'bonus_accounts',
  { workspaceId: workspaceId(), clientId: integer('client_id').notNull() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.clientId] })],
)

/**
 * What was done, once for each client and key. Rows are only ever added: a trigger (in the migration) refuses to change
 * or delete one, but for blanking the reason, which is free text, of an erased client.
 */
export const bonusOperations = pgTable(
  'bonus_operations',
  {
    workspaceId: workspaceId(),
    /** UUIDv7 */
    id: uuid().notNull(),
    clientId: integer('client_id').notNull(),
    kind: text().$type<OperationKind>().notNull(),
    /** of the request: the same one again does nothing */
    key: text().notNull(),
    /** local day */
    day: date().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** that moved, above 0 */
    points: integer().notNull(),
    /** what those points are worth, in minor units */
    minor: bigint({ mode: 'number' }).notNull(),
    reason: text().notNull(),
    whoKind: text('who_kind').notNull(),
    /** their name at the time, '' for the command line and the server itself */
    whoName: text('who_name').notNull(),
    /** of an accrual: the last day its points are good; `null`: without end */
    expiresOn: date('expires_on'),
    /** of a redemption: the whole bill, in minor units */
    billMinor: bigint('bill_minor', { mode: 'number' }),
    /** of a reversal: the operation it undoes */
    reverses: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('bonus_operations_key').on(table.workspaceId, table.clientId, table.key),
    index('bonus_operations_by_key').on(table.workspaceId, table.key),
    index('bonus_operations_reverses').on(table.workspaceId, table.reverses),
  ],
)

/** The two sides of each movement of points. Only ever added to, as the operations are. */
export const bonusPostings = pgTable(
  'bonus_postings',
  {
    workspaceId: workspaceId(),
    operationId: uuid('operation_id').notNull(),
    /** from 0 within the operation */
    number: smallint().notNull(),
    clientId: integer('client_id').notNull(),
    /** the accrual these points came from */
    lotId: uuid('lot_id').notNull(),
    /** points leave this account… */
    debit: text().$type<Account>().notNull(),
    /** …and come to this one; one of the two is always the client's */
    credit: text().$type<Account>().notNull(),
    /** above 0 */
    points: integer().notNull(),
    /** local day of the operation */
    day: date().notNull(),
    /** the lot's: last day it is good, and what a point of it is worth in minor units */
    expiresOn: date('expires_on'),
    pointMinor: integer('point_minor').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.operationId, table.number] }),
    index('bonus_postings_client').on(table.workspaceId, table.clientId),
    index('bonus_postings_lot').on(table.workspaceId, table.lotId),
  ],
)
