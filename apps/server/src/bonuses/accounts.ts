import { sql } from 'drizzle-orm'

/**
 * Accounts of the ledger, as accounting treats points given on trust: a liability until they are used.
 *
 * - `client`: the liability, what the salon owes this client; credited when points are given, debited when they go
 * - `issued`: what giving has cost, the other side of every accrual
 * - `redeemed`: points that paid for something
 * - `expired`: points nobody used in time
 * - `reversed`: points taken back because they were given by mistake
 */
export const ACCOUNTS = ['client', 'issued', 'redeemed', 'expired', 'reversed'] as const
export type Account = (typeof ACCOUNTS)[number]

/** What can be done to a client's points. */
export const OPERATION_KINDS = ['accrue', 'redeem', 'expire', 'reverse'] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** What a posting does to the client's balance; SQL over `bonus_postings` called `p`. */
export const CHANGE = sql.raw(`(CASE WHEN p.credit = 'client' THEN p.points ELSE -p.points END)`)
