import { sql } from 'drizzle-orm'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import type { Account, OperationKind } from './accounts.ts'
import type { Lot } from './lots.ts'

/** Points of a lot that go from one account to the other. */
export interface Posting extends Lot {
  debit: Account
  credit: Account
}

/** An operation with its postings, to be written as it is. */
export interface NewOperation {
  id: string
  clientId: number
  kind: OperationKind
  key: string
  /** local day */
  day: string
  reason: string
  who: Who
  postings: Posting[]
  /** of an accrual */
  expiresOn?: string | null
  /** of a redemption, minor units */
  billMinor?: number
  /** of a reversal */
  reverses?: string
}

const AT_ONCE = 2000

/** Adds operations to the ledger. The caller holds the accounts of their clients. */
export async function postOperations(scope: WorkspaceScope, operations: readonly NewOperation[]): Promise<void> {
  for (let from = 0; from < operations.length; from += AT_ONCE)
    await post(scope, operations.slice(from, from + AT_ONCE))
}

/** All rows in one parameter each: thousands would be more than a statement may have. */
async function post({ db, workspaceId }: WorkspaceScope, operations: readonly NewOperation[]) {
  const rows = operations.map(({ who, postings, ...operation }) => ({
    ...operation,
    who_kind: who.kind,
    who_name: 'name' in who ? who.name : '',
    points: postings.reduce((sum, { points }) => sum + points, 0),
    minor: postings.reduce((sum, { points, pointMinor }) => sum + points * pointMinor, 0),
  }))
  const sides = operations.flatMap(({ id, clientId, day, postings }) =>
    postings.map((posting, number) => ({ ...posting, id, number, clientId, day })),
  )
  await db.execute(sql`
    INSERT INTO bonus_operations (workspace_id, id, client_id, kind, key, day, at, points, minor, reason, who_kind,
      who_name, expires_on, bill_minor, reverses)
    SELECT ${workspaceId}::uuid, id, "clientId", kind, key, day, now(), points, minor, reason, who_kind, who_name,
      "expiresOn", "billMinor", reverses
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (id uuid, "clientId" integer, kind text, key text,
      day date, points integer, minor bigint, reason text, who_kind text, who_name text, "expiresOn" date,
      "billMinor" bigint, reverses uuid)`)
  await db.execute(sql`
    INSERT INTO bonus_postings (workspace_id, operation_id, number, client_id, lot_id, debit, credit, points, day,
      expires_on, point_minor)
    SELECT ${workspaceId}::uuid, id, number, "clientId", "lotId", debit, credit, points, day, "expiresOn", "pointMinor"
    FROM jsonb_to_recordset(${JSON.stringify(sides)}::jsonb) AS row (id uuid, number smallint, "clientId" integer,
      "lotId" uuid, debit text, credit text, points integer, day date, "expiresOn" date, "pointMinor" integer)`)
}
