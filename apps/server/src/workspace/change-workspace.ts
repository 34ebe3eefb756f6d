import { z } from '@hono/zod-openapi'
import { eq, sql } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import { exponentOf } from '../currency.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import type { Announce } from '../http/announce.ts'
import type { Who } from '../http/who.ts'
import { isTimeZone } from '../today.ts'
import { readWorkspace, Settings } from './settings.ts'

export const WorkspaceChange = z
  .object({
    name: z.string().trim().max(80).optional(),
    currency: z
      .string()
      .refine((code) => exponentOf(code) !== null, 'not a currency of ISO 4217')
      .optional()
      .openapi({ description: 'What amounts are called; they stay as they are', example: 'EUR' }),
    timeZone: z
      .string()
      .refine(isTimeZone, 'not an IANA time zone')
      .optional()
      .openapi({ description: 'Decides what today is; visits stay on their days', example: 'Europe/Warsaw' }),
    settings: Settings.partial().optional(),
  })
  .openapi('WorkspaceChange')

interface Changer {
  scope: WorkspaceScope
  who: Who
  announce: Announce
}

type Change = z.infer<typeof WorkspaceChange>
type Workspace = Awaited<ReturnType<typeof readWorkspace>>

/**
 * Renames the workspace or changes some of its settings, and with them every number that depends on them; what was
 * changed is noted in the log of actions, and those told who want to be. Throws `currencyDecimals` for a currency whose
 * minor unit is another part of it: amounts are kept in minor units.
 */
export function changeWorkspace({ scope: outer, who, announce }: Changer, { settings = {}, ...facts }: Change) {
  return outer.transaction(async (scope) => {
    const own = eq(workspaces.id, scope.workspaceId)
    await scope.db.select({ id: workspaces.id }).from(workspaces).where(own).for('update')
    const before = await readWorkspace(scope)
    if (exponentOf(facts.currency ?? before.currency) !== exponentOf(before.currency)) {
      throw new AppError('currencyDecimals', { value: before.currency })
    }
    await scope.db
      .update(workspaces)
      .set({
        ...given(facts),
        settings: sql`${workspaces.settings} || ${JSON.stringify(settings)}::jsonb`,
        dataVersion: sql`${workspaces.dataVersion} + 1`,
      })
      .where(own)
    const after = await readWorkspace(scope)
    const details = changesOf({ ...factsOf(before), ...before.settings }, { ...factsOf(after), ...after.settings })
    const { eraseAfterMonths, ...rules } = details
    if (Object.keys(rules).length > 0) await recordAudit(scope, who, { action: 'settings.changed', details: rules })
    if (eraseAfterMonths !== undefined) {
      await recordAudit(scope, who, { action: 'retention.changed', details: { months: eraseAfterMonths } })
    }
    if (Object.keys(rules).some((changed) => changed !== 'name')) {
      await announce(scope, { type: 'data.changed', data: { because: 'settings', dataVersion: after.dataVersion } })
    }
    return { ...factsOf(after), settings: after.settings }
  })
}

const factsOf = ({ name, currency, timeZone }: Workspace) => ({ name, currency, timeZone })

/** What is undefined stays. */
const given = (facts: Omit<Change, 'settings'>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
