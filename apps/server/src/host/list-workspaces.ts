import { sql } from 'drizzle-orm'
import { rowsOf, type Store } from '../database/index.ts'
import { type Plan, type PlanSettings, planInForce } from '../plans.ts'

/** A workspace as its host sees it: whose it is and how it is used, nothing of its clients or numbers. */
export interface HostedWorkspace {
  id: string
  name: string
  /** e-mail of the longest-standing owner; `null` while it has none */
  owner: string | null
  createdAt: string
  /** the plan in force; `null` where there are no plans */
  plan: Plan | null
  trialEndsAt: string | null
  suspendedAt: string | null
  people: number
  /** lines of its book: how large it is */
  lines: number
  /** of any of its people */
  lastSignedInAt: string | null
  lastImportAt: string | null
}

type Row = Omit<HostedWorkspace, 'plan'> & { given: Plan | null; isDemo: boolean }

/** A page of workspaces, the newest first, those before the one with the id `after`; found by name or an owner's e-mail. */
export async function listWorkspaces(
  store: Store,
  plans: PlanSettings | null,
  { search, after, limit }: { search: string; after: string | null; limit: number },
): Promise<HostedWorkspace[]> {
  const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await rowsOf<Row>(
    store.db,
    sql`SELECT w.id, w.name, w.plan AS given, w.is_demo AS "isDemo", owners.email AS owner,
        ${iso(sql`w.created_at`)} AS "createdAt", ${iso(sql`w.trial_ends_at`)} AS "trialEndsAt",
        ${iso(sql`w.suspended_at`)} AS "suspendedAt", coalesce(members.people, 0)::int AS people,
        (SELECT count(*)::float8 FROM appointment_lines l WHERE l.workspace_id = w.id) AS lines,
        ${iso(sql`members.last_signed_in_at`)} AS "lastSignedInAt",
        ${iso(sql`(SELECT max(i.done_at) FROM imports i WHERE i.workspace_id = w.id)`)} AS "lastImportAt"
      FROM workspaces w
      LEFT JOIN LATERAL (SELECT u.email FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.workspace_id = w.id AND m.role = 'owner' ORDER BY m.created_at LIMIT 1) owners ON true
      LEFT JOIN LATERAL (SELECT count(*) AS people, max(u.last_signed_in_at) AS last_signed_in_at
        FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = w.id) members ON true
      WHERE NOT w.is_demo AND w.practice_day IS NULL AND (w.name ILIKE ${pattern} OR owners.email ILIKE ${pattern})
        AND (${after}::uuid IS NULL OR w.id < ${after}::uuid)
      ORDER BY w.id DESC LIMIT ${limit}`,
  )
  return rows.map(({ given, isDemo, ...row }) => {
    const trialEndsAt = row.trialEndsAt === null ? null : new Date(row.trialEndsAt)
    return { ...row, plan: planInForce(plans, { plan: given, trialEndsAt, isDemo, practiceDay: null }) }
  })
}

/** A moment as text, the same from both drivers. */
const iso = (moment: ReturnType<typeof sql>) => sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
