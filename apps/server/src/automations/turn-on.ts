import { formatDay } from '@comeback/retention'
import { and, eq, inArray } from 'drizzle-orm'
import { lockCampaign, setCampaign } from '../campaigns/manage-campaigns.ts'
import { readCampaignSettings } from '../campaigns/settings.ts'
import { campaigns } from '../campaigns/tables.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { dropMessages } from '../messages/index.ts'
import type { Actor } from '../permissions.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { type AutomationCheck, BACKLOG_DAYS } from './check-automation.ts'
import { lockAutomation, note, setAutomation } from './manage-automations.ts'
import type { Automation } from './tables.ts'

export interface TurningOn {
  actor: Actor
  who: Who
  /** of the automation as it was looked at */
  version: number
  /** those from before are written to as well */
  backlog: boolean
  check: Pick<AutomationCheck, 'problems' | 'backlog'>
  now: Date
}

/**
 * Switches an automation on: occasions from today on are written of, earlier ones only where that was asked for. Throws
 * `automationNotReady`, `automationChanged`, `automationWrongState`, and `automationTooMany` where those from before need
 * an owner.
 */
export function turnOn(outer: WorkspaceScope, id: string, turning: TurningOn): Promise<Automation> {
  const { actor, who, version, backlog, check, now } = turning
  return outer.transaction(async (scope) => {
    const automation = await lockAutomation(scope, id)
    if (automation.isOn) throw new AppError('automationWrongState', { value: 'on' })
    if (automation.version !== version) throw new AppError('automationChanged', { value: automation.changedBy })
    const [problem] = check.problems
    if (problem) throw new AppError('automationNotReady', { reason: problem.code, value: problem.value })
    const { approveAbove } = await readCampaignSettings(scope)
    const isMany = approveAbove !== null && check.backlog.contacted > approveAbove
    if (backlog && isMany && actor.role !== 'owner') throw new AppError('automationTooMany')
    const today = todayOf(await readWorkspace(scope), now.toTemporalInstant())
    await note(scope, who, 'automation.on', automation, { backlog: backlog ? check.backlog.contacted : 0 })
    return await setAutomation(scope, id, {
      ...{ isOn: true, onSince: formatDay(today), fromDay: formatDay(backlog ? today - BACKLOG_DAYS : today) },
      ...{ ranOn: null, ranVersion: null, trouble: null },
    })
  })
}

/** Switches an automation off: what is in line does not leave. Throws `automationWrongState` when it is off. */
export function turnOff(outer: WorkspaceScope, who: Who, id: string): Promise<Automation> {
  return outer.transaction(async (scope) => {
    const automation = await lockAutomation(scope, id)
    if (!automation.isOn) throw new AppError('automationWrongState', { value: 'off' })
    const dropped = await stopRuns(scope, id)
    await note(scope, who, 'automation.off', automation, { dropped })
    return await setAutomation(scope, id, { isOn: false, trouble: null })
  })
}

/** Removes an automation, switching it off; what it did is kept. */
export function removeAutomation(outer: WorkspaceScope, who: Who, id: string): Promise<void> {
  return outer.transaction(async (scope) => {
    const automation = await lockAutomation(scope, id)
    const dropped = await stopRuns(scope, id)
    await note(scope, who, 'automation.removed', automation, { dropped })
    await setAutomation(scope, id, { isOn: false, removedAt: new Date() })
  })
}

/** Answers how many messages were taken out of the line. */
async function stopRuns(scope: WorkspaceScope, automationId: string): Promise<number> {
  const running = await scope.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, scope.workspaceId),
        eq(campaigns.automationId, automationId),
        inArray(campaigns.state, ['sending', 'paused']),
      ),
    )
  let dropped = 0
  for (const { id } of running) {
    await lockCampaign(scope, id)
    dropped += await dropMessages(scope, id, 'stopped')
    await setCampaign(scope, id, { state: 'stopped', finishedAt: new Date() })
  }
  return dropped
}
