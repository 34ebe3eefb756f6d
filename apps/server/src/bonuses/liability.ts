import { sql } from 'drizzle-orm'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { CHANGE } from './accounts.ts'

/** Points and their worth in minor units, each at what it was given with. */
export interface Amount {
  points: number
  minor: number
}

const amount = (points: ReturnType<typeof sql>) => sql`coalesce(sum(${points}), 0)::float8 AS points,
  coalesce(sum(${points}::bigint * p.point_minor), 0)::float8 AS minor`

/** What the salon owes its clients at the end of a local day, and how it came to that. */
export async function liability(outer: WorkspaceScope, on: string) {
  return outer.snapshot(async (scope) => {
    const { outstanding, byExpiry } = await owed(scope, on)
    const months = await byMonth(scope, on)
    return { on, outstanding, byExpiry, months, facts: await breakEven(scope, on, outstanding) }
  })
}

/** What can still be used, in all and by the month it is over (`null`: never). */
async function owed({ db, workspaceId }: WorkspaceScope, on: string) {
  const good = sql`FROM bonus_postings p WHERE p.workspace_id = ${workspaceId} AND p.day <= ${on}::date
    AND (p.expires_on IS NULL OR p.expires_on >= ${on}::date)`
  const rows = await rowsOf<Amount & { month: string | null }>(
    db,
    sql`SELECT to_char(p.expires_on, 'YYYY-MM') AS month, ${amount(CHANGE)} ${good}
      GROUP BY 1 HAVING sum(${CHANGE}) > 0 ORDER BY 1 NULLS LAST`,
  )
  const [holders] = await rowsOf<{ clients: number }>(
    db,
    sql`SELECT count(*)::integer AS clients
      FROM (SELECT p.client_id ${good} GROUP BY p.client_id HAVING sum(${CHANGE}) > 0) holder`,
  )
  const sumOf = (name: keyof Amount) => rows.reduce((sum, row) => sum + row[name], 0)
  return {
    byExpiry: rows,
    outstanding: { points: sumOf('points'), minor: sumOf('minor'), clients: holders?.clients ?? 0 },
  }
}

/** Points by what became of them, each month that has any, the latest first; what was undone is taken off. */
async function byMonth({ db, workspaceId }: WorkspaceScope, on: string) {
  return rowsOf<{ month: string; given: number; redeemed: number; redeemedMinor: number; expired: number }>(
    db,
    sql`SELECT to_char(p.day, 'YYYY-MM') AS month,
        ${net('issued', 'debit')} - ${net('reversed', 'credit')} AS given,
        ${net('redeemed', 'credit')} AS redeemed,
        ${net('redeemed', 'credit', sql`p.points::bigint * p.point_minor`)} AS "redeemedMinor",
        ${net('expired', 'credit')} AS expired
      FROM bonus_postings p WHERE p.workspace_id = ${workspaceId} AND p.day <= ${on}::date
      GROUP BY 1 ORDER BY 1 DESC`,
  )
}

/** What came to an account's usual side, less what left it on the other. */
function net(account: string, usual: 'debit' | 'credit', value = sql`p.points`) {
  const other = usual === 'debit' ? 'credit' : 'debit'
  return sql`(coalesce(sum(${value}) FILTER (WHERE p.${sql.raw(usual)} = ${account}), 0)
    - coalesce(sum(${value}) FILTER (WHERE p.${sql.raw(other)} = ${account}), 0))::float8`
}

/** Accruals whose days are over; what fewer of them came to says nothing of the next. */
const FEWEST_LOTS = 20

/**
 * What redemptions that stand tell of the price of bonuses. Each is `null` while nothing tells it.
 * - `redeemedShare`: of the points whose last day is over, how many were used; points used early out of those still good
 *   do not count, as what becomes of the rest is not decided. `null` while fewer than 20 accruals have come to their end.
 * - `expectedMinor`: what the outstanding points will cost if that goes on
 * - `paidShare`: of the bills bonuses were used in, the share they paid; a visit with bonuses pays for itself only where
 *   the margin is higher
 * - `moneyWithBonuses`: paid in money in those bills, minor units
 */
async function breakEven({ db, workspaceId }: WorkspaceScope, on: string, outstanding: Amount) {
  const [over] = await rowsOf<{ lots: number; given: number; redeemed: number }>(
    db,
    sql`SELECT count(DISTINCT p.lot_id)::integer AS lots, ${net('redeemed', 'credit')} AS redeemed,
        ${net('issued', 'debit')} - ${net('reversed', 'credit')} AS given
      FROM bonus_postings p
      WHERE p.workspace_id = ${workspaceId} AND p.day <= ${on}::date AND p.expires_on < ${on}::date`,
  )
  const [bills] = await rowsOf<{ bills: number; billMinor: number; paidMinor: number }>(
    db,
    sql`SELECT count(*)::integer AS bills, coalesce(sum(o.bill_minor), 0)::float8 AS "billMinor",
        coalesce(sum(o.minor), 0)::float8 AS "paidMinor"
      FROM bonus_operations o
      WHERE o.workspace_id = ${workspaceId} AND o.kind = 'redeem' AND o.day <= ${on}::date
        AND NOT EXISTS (SELECT FROM bonus_operations undone
          WHERE undone.workspace_id = o.workspace_id AND undone.reverses = o.id AND undone.day <= ${on}::date)`,
  )
  const { lots, given, redeemed } = over ?? { lots: 0, given: 0, redeemed: 0 }
  const { billMinor, paidMinor } = bills ?? { billMinor: 0, paidMinor: 0 }
  const redeemedShare = lots >= FEWEST_LOTS && given > 0 ? redeemed / given : null
  return {
    bills: bills?.bills ?? 0,
    redeemedShare,
    expectedMinor: redeemedShare === null ? null : Math.round(outstanding.minor * redeemedShare),
    paidShare: billMinor > 0 ? paidMinor / billMinor : null,
    paidMinor,
    moneyWithBonuses: billMinor - paidMinor,
  }
}
