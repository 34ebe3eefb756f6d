import { type Day, formatDay, parseDay } from '@comeback/retention'
import { and, eq, gt, inArray, ne, or, sql } from 'drizzle-orm'
import { sortAudience } from '../campaigns/audience.ts'
import type { DrawnAudience } from '../campaigns/check-campaign.ts'
import { gatherCandidates, type KnownCandidate, lookOn } from '../campaigns/gather-audience.ts'
import { goOut } from '../campaigns/go-out.ts'
import { openChannels } from '../campaigns/open-channels.ts'
import type { CampaignPorts } from '../campaigns/ports.ts'
import { messageProblems } from '../campaigns/problems.ts'
import { mayLeaveFrom } from '../campaigns/quiet-hours.ts'
import { readCampaignSettings } from '../campaigns/settings.ts'
import { type Campaign, campaigns } from '../campaigns/tables.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import type { SendingDeps } from '../messages/index.ts'
import type { Columns, ColumnsCache } from '../reports/columns.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { occasionsNow } from './find-occasions.ts'
import { isHeldOut } from './is-held-out.ts'
import { lockAutomation, note, setAutomation } from './manage-automations.ts'
import type { Occasion } from './occasion.ts'
import { type Automation, automationOccasions } from './tables.ts'

/** Days an occasion may be late, as books are imported late; after that it is not written of any more. */
const FRESH_DAYS = 7
const ROWS_AT_ONCE = 2000

export interface RunDeps {
  ports: CampaignPorts
  cache: Pick<ColumnsCache, 'get'>
  sending: Pick<SendingDeps, 'push'>
}

interface Moment {
  columns: Columns
  today: Day
  now: Date
}

/**
 * Looks whom an automation concerns today and writes to them, all in one transaction: a crash leaves nothing behind, and of
 * two servers the second finds it done. In quiet hours it waits for their end. Answers the run, `null` when nobody was
 * concerned.
 */
export async function runAutomation(
  outer: WorkspaceScope,
  { ports, cache, sending }: RunDeps,
  id: string,
  now: Date,
): Promise<Campaign | null> {
  // outside of the transaction: others may be waiting for the same load
  const columns = await cache.get(outer)
  const workspace = await readWorkspace(outer)
  const open = await openChannels(outer, ports)
  const today = todayOf(workspace, now.toTemporalInstant())
  return await outer.transaction(async (scope) => {
    const automation = await lockAutomation(scope, id)
    const { plan, isOn, onSince } = automation
    if (!isOn || mayLeaveFrom(now, workspace, plan.quiet) > now) return null
    const [problem] = messageProblems(plan, open)
    if (problem) {
      // looked at again soon: what is due meanwhile is written of when it can be
      if (automation.trouble !== problem.code) await setAutomation(scope, id, { trouble: problem.code })
      return null
    }
    const people = await whomToWrite(scope, ports, automation, { columns, today })
    const run = people.length > 0 ? await write(scope, sending, automation, people, { today, now }) : null
    const looked = { ranOn: formatDay(today), ranVersion: columns.version }
    await setAutomation(scope, id, { ...looked, trouble: null, fromDay: onSince })
    return run
  })
}

interface Concerned {
  occasion: Occasion
  candidate: KnownCandidate
}

/** Whom it concerns and nothing was decided about yet. Who was written to lately waits, while the occasion is fresh. */
async function whomToWrite(
  scope: WorkspaceScope,
  ports: CampaignPorts,
  automation: Automation,
  { columns, today }: Omit<Moment, 'now'>,
): Promise<Concerned[]> {
  const { id, trigger } = automation
  const found = await occasionsNow({ scope, ports, columns, today }, trigger, firstDue(automation, today))
  const fresh = await notDecided(scope, automation, found, today)
  const candidates = await gatherCandidates(scope, ports, lookOn(columns, today), { id, begunOn: formatDay(today) }, [
    ...fresh.keys(),
  ])
  const { capMessages } = await readCampaignSettings(scope)
  return candidates
    .map((candidate) => ({ candidate, occasion: fresh.get(candidate.clientId)! }))
    .filter(({ candidate: { erased, writtenLately }, occasion: { due, last = due + FRESH_DAYS } }) => {
      const mayWait = writtenLately >= capMessages && Math.min(last, due + FRESH_DAYS) > today
      return !erased && !mayWait
    })
}

/** The first due day that counts: that of switching on, or a week ago; earlier ones where somebody wanted those too. */
function firstDue({ onSince, fromDay }: Automation, today: Day): Day {
  const since = parseDay(onSince!)!
  const from = parseDay(fromDay!)!
  return from < since ? from : Math.max(since, today - FRESH_DAYS)
}

/** One occasion a client, of those that never came up before, of clients for whom the pause is over. */
async function notDecided(
  scope: WorkspaceScope,
  { id, pauseDays }: Automation,
  found: readonly Occasion[],
  today: Day,
): Promise<Map<number, Occasion>> {
  const first = new Map<number, Occasion>()
  if (found.length === 0) return first
  const pausesAfter = formatDay(today - pauseDays)
  const isPausing = and(gt(automationOccasions.foundOn, pausesAfter), ne(automationOccasions.arm, 'skipped'))!
  const isKnown = inArray(automationOccasions.occasion, [...new Set(found.map(({ key }) => key))])
  const rows = await scope.db
    .select({
      clientId: automationOccasions.clientId,
      key: automationOccasions.occasion,
      pauses: sql<boolean>`${isPausing}`,
    })
    .from(automationOccasions)
    .where(
      and(
        eq(automationOccasions.workspaceId, scope.workspaceId),
        eq(automationOccasions.automationId, id),
        or(isPausing, isKnown),
      ),
    )
  const pausing = new Set(rows.filter(({ pauses }) => pauses).map(({ clientId }) => clientId))
  const known = new Set(rows.map(({ clientId, key }) => `${clientId} ${key}`))
  for (const occasion of found.toSorted((a, b) => a.due - b.due)) {
    const { clientId, key } = occasion
    if (!pausing.has(clientId) && !known.has(`${clientId} ${key}`) && !first.has(clientId))
      first.set(clientId, occasion)
  }
  return first
}

/** Draws who is held out, and has the messages go out as a campaign that belongs to the automation. */
async function write(
  scope: WorkspaceScope,
  sending: RunDeps['sending'],
  automation: Automation,
  people: readonly Concerned[],
  { today, now }: Omit<Moment, 'columns'>,
): Promise<Campaign> {
  const { workspaceId } = scope
  const { id: automationId, name, plan, seed } = automation
  const { capMessages } = await readCampaignSettings(scope)
  const drawn = drawFrom(people, automation, capMessages)
  const id = laterId()
  await scope.db.insert(campaigns).values({
    ...{ workspaceId, id, name, state: 'sending', plan, createdAt: now, begunOn: formatDay(today), automationId },
    ...{ preparedBy: automation.changedBy, startsAt: now, seed },
  })
  const arms = new Map([
    ...drawn.contacted.map(({ candidate }) => [candidate.clientId, 'contacted'] as const),
    ...drawn.holdout.map(({ clientId }) => [clientId, 'holdout'] as const),
    ...drawn.skipped.map(({ candidate }) => [candidate.clientId, 'skipped'] as const),
  ])
  const rows = people.map(({ occasion: { clientId, key } }) => {
    const arm = arms.get(clientId)!
    return { workspaceId, automationId, clientId, occasion: key, campaignId: id, foundOn: formatDay(today), arm }
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await scope.db.insert(automationOccasions).values(rows.slice(from, from + ROWS_AT_ONCE))
  }
  const run = await goOut(scope, sending, id, drawn, { now, today })
  const counts = { contacted: drawn.contacted.length, holdout: drawn.holdout.length, skipped: drawn.skipped.length }
  await note(scope, { kind: 'system' }, 'automation.wrote', automation, counts)
  return run
}

function drawFrom(people: readonly Concerned[], { plan, seed }: Automation, capMessages: number): DrawnAudience {
  const candidates = people.map(({ candidate }) => candidate)
  const byId = new Map(candidates.map((candidate) => [candidate.clientId, candidate]))
  const { reachable, skipped } = sortAudience(candidates, plan, capMessages)
  const sorted = reachable.map(({ clientId, channels }) => ({ candidate: byId.get(clientId)!, channels }))
  const isHeld = ({ candidate }: { candidate: KnownCandidate }) =>
    isHeldOut(seed, candidate.clientId, plan.holdoutShare)
  return {
    contacted: sorted.filter((each) => !isHeld(each)),
    holdout: sorted.filter(isHeld).map(({ candidate }) => candidate),
    skipped: skipped.map(({ clientId, reason }) => ({ candidate: byId.get(clientId)!, reason })),
  }
}
