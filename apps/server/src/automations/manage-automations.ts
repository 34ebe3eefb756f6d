import { randomInt } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { AuditAction } from '../audit/events.ts'
import { recordAudit } from '../audit/index.ts'
import { DEFAULT_PLAN, type Plan } from '../campaigns/plan.ts'
import { readCampaignSettings } from '../campaigns/settings.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { type Automation, automations } from './tables.ts'
import type { Trigger } from './trigger.ts'

const LARGEST_SEED = 2 ** 32
const USUAL_PAUSE = 30

export interface AutomationChange {
  name?: string | undefined
  trigger?: Trigger | undefined
  plan?: { [K in keyof Plan]?: Plan[K] | undefined } | undefined
  pauseDays?: number | undefined
}

/** Throws `automationNotFound`. */
export async function findAutomation({ db, workspaceId }: WorkspaceScope, id: string): Promise<Automation> {
  const [found] = await db.select().from(automations).where(isAutomation(workspaceId, id))
  if (!found) throw new AppError('automationNotFound', { value: id })
  return found
}

/** Like {@link findAutomation}, with nobody else changing or running it until the transaction ends. */
export async function lockAutomation({ db, workspaceId }: WorkspaceScope, id: string): Promise<Automation> {
  const [found] = await db.select().from(automations).where(isAutomation(workspaceId, id)).for('update')
  if (!found) throw new AppError('automationNotFound', { value: id })
  return found
}

/** The automations of a workspace, the oldest first; a salon has a handful. */
export function listAutomations({ db, workspaceId }: WorkspaceScope): Promise<Automation[]> {
  return db
    .select()
    .from(automations)
    .where(and(eq(automations.workspaceId, workspaceId), isNull(automations.removedAt)))
    .orderBy(asc(automations.id))
}

/** Makes an automation, which is off. */
export function makeAutomation(
  outer: WorkspaceScope,
  who: Who,
  { name, trigger, plan = {}, pauseDays = USUAL_PAUSE }: AutomationChange & { name: string; trigger: Trigger },
): Promise<Automation> {
  return outer.transaction(async (scope) => {
    const { quiet } = await readCampaignSettings(scope)
    const [made] = await scope.db
      .insert(automations)
      .values({
        ...{ workspaceId: scope.workspaceId, id: laterId(), name, trigger, pauseDays },
        ...{ plan: { ...DEFAULT_PLAN, quiet, ...given(plan) }, seed: randomInt(LARGEST_SEED) },
        ...{ createdAt: new Date(), changedBy: nameOf(who) },
      })
      .returning()
    await note(scope, who, 'automation.made', made!)
    return made!
  })
}

/**
 * Changes an automation that is off: one that is on might write while somebody is typing. Throws `automationChanged` when
 * somebody else changed it since `version`, and `automationWrongState`.
 */
export function changeAutomation(
  outer: WorkspaceScope,
  who: Who,
  id: string,
  version: number,
  { plan = {}, ...change }: AutomationChange,
): Promise<Automation> {
  return outer.transaction(async (scope) => {
    const before = await lockAutomation(scope, id)
    if (before.isOn) throw new AppError('automationWrongState', { value: 'on' })
    if (before.version !== version) throw new AppError('automationChanged', { value: before.changedBy })
    return await setAutomation(scope, id, {
      ...given(change),
      ...{ plan: { ...before.plan, ...given(plan) }, version: version + 1, changedBy: nameOf(who) },
    })
  })
}

/** Changes an automation that is locked. */
export async function setAutomation(
  { db, workspaceId }: WorkspaceScope,
  id: string,
  change: Partial<Automation>,
): Promise<Automation> {
  const [after] = await db.update(automations).set(change).where(isAutomation(workspaceId, id)).returning()
  return after!
}

/** Writes down what was done with an automation. */
export async function note(
  scope: WorkspaceScope,
  who: Who,
  action: AuditAction,
  { id, name }: Pick<Automation, 'id' | 'name'>,
  more: Record<string, string | number | boolean> = {},
): Promise<void> {
  await recordAudit(scope, who, { action, subject: `automation:${id}`, details: { name, ...more } })
}

export const nameOf = (who: Who): string => ('name' in who ? who.name : '')

const given = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const isAutomation = (workspaceId: string, id: string) =>
  and(eq(automations.workspaceId, workspaceId), eq(automations.id, id), isNull(automations.removedAt))
