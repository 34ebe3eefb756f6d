import { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import { bonusRules } from './tables.ts'

/** What a business decides about its bonuses. */
export const BonusRules = z
  .object({
    earnBasisPoints: z
      .number()
      .int()
      .min(0)
      .max(5000)
      .openapi({ description: 'Of what a client pays in money, how much comes back: 500 is 5 %' }),
    capPercent: z.number().int().min(0).max(100).openapi({ description: 'How much of a bill bonuses may pay' }),
    lifeDays: z
      .number()
      .int()
      .min(1)
      .max(3650)
      .nullable()
      .openapi({ description: 'Days bonuses last when nothing else is said; null: without end' }),
    pointMinor: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .openapi({ description: 'What a bonus given from now on is worth, in minor units' }),
  })
  .openapi('BonusRules')

export type BonusRulesOf = z.infer<typeof BonusRules>

/** A bonus is a hryvnia (100 minor units), lasts half a year and pays up to 30 % of a bill. */
const DEFAULTS: BonusRulesOf = { earnBasisPoints: 500, capPercent: 30, lifeDays: 180, pointMinor: 100 }

/** The rules in force. */
export async function readRules({ db, workspaceId }: WorkspaceScope): Promise<BonusRulesOf> {
  const [row] = await db.select().from(bonusRules).where(eq(bonusRules.workspaceId, workspaceId))
  if (!row) return DEFAULTS
  const { workspaceId: _, ...rules } = row
  return rules
}

/** Sets the rules for what is given from now on; what was given keeps its worth and its expiry. */
export function changeRules(outer: WorkspaceScope, who: Who, rules: BonusRulesOf): Promise<BonusRulesOf> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    const details = changesOf({ ...(await readRules(scope)) }, rules)
    if (Object.keys(details).length === 0) return rules
    await db
      .insert(bonusRules)
      .values({ workspaceId, ...rules })
      .onConflictDoUpdate({ target: bonusRules.workspaceId, set: rules })
    await recordAudit(scope, who, { action: 'bonusRules.changed', details })
    return rules
  })
}
/** Points that come back on an amount paid in money, both in minor units; rounded down. */
export function earnedOn(paidMinor: number, { earnBasisPoints, pointMinor }: BonusRulesOf): number {
  return Math.floor((paidMinor * earnBasisPoints) / (10_000 * pointMinor))
}
