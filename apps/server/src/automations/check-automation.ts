import { parseDay } from '@comeback/retention'
import { sortAudience } from '../campaigns/audience.ts'
import { gatherCandidates, lookOn } from '../campaigns/gather-audience.ts'
import { openChannels, usualChannels } from '../campaigns/open-channels.ts'
import type { CampaignPorts } from '../campaigns/ports.ts'
import { messageProblems, type Problem } from '../campaigns/problems.ts'
import type { SkipReason } from '../campaigns/states.ts'
import type { SendingChannel } from '../channels/index.ts'
import { FORECAST_DAYS, type Look, occasionsNow, occasionsOfMonth } from './find-occasions.ts'
import { isHeldOut } from './is-held-out.ts'
import type { Occasion } from './occasion.ts'
import type { Automation } from './tables.ts'
import { looksAhead, type Trigger } from './trigger.ts'

/** Occasions from before switching on go back so far: who was due earlier is a matter for a campaign. */
export const BACKLOG_DAYS = 90

/** How many clients something concerns, each once, and how many of them would be written to. */
export interface Concerned {
  contacted: number
  holdout: number
  skipped: Partial<Record<SkipReason, number>>
}

export interface AutomationCheck {
  problems: Problem[]
  /** channels that are set up */
  open: SendingChannel[]
  /** days `month` is of */
  days: number
  /** whether the month is the one to come, or the last one the book tells of */
  ahead: boolean
  month: Concerned
  perWeek: number
  /** those from before, who could be written to when it is switched on */
  backlog: Concerned
}

type CheckLook = Look & { ports: CampaignPorts }

/** What an automation would do: how many it writes to in a month, and how many it could at once. */
export async function checkAutomation(look: CheckLook, automation: Automation): Promise<AutomationCheck> {
  const open = await openChannels(look.scope, look.ports)
  const { trigger, plan } = automation
  const month = await count(look, automation, await occasionsOfMonth(look, trigger))
  const backlog = await count(look, automation, await backlogOf(look, automation))
  return {
    ...{ problems: messageProblems(plan, open), open, days: FORECAST_DAYS, ahead: looksAhead(trigger) },
    ...{ month, perWeek: perWeek(month), backlog },
  }
}

/** How many a trigger would write to in a week by the usual channels, before there is an automation of it. */
export async function forecastOf(look: CheckLook, trigger: Trigger): Promise<{ perWeek: number }> {
  const channels = usualChannels(await openChannels(look.scope, look.ports))
  const plain = { id: NOBODY, seed: 0, plan: { channels, holdoutShare: 0, skipBooked: false } }
  return { perWeek: perWeek(await count(look, plain, await occasionsOfMonth(look, trigger))) }
}

/** Whom an automation would write to if it had been on for a month, by id. */
export async function peopleOfMonth(look: CheckLook, automation: Automation): Promise<number[]> {
  const { sorted } = await sort(look, automation, await occasionsOfMonth(look, automation.trigger))
  return sorted.reachable.map(({ clientId }) => clientId)
}

/** Those from before whom an automation could write to when it is switched on. */
export async function peopleOfBacklog(look: CheckLook, automation: Automation): Promise<number[]> {
  const { sorted } = await sort(look, automation, await backlogOf(look, automation))
  return sorted.reachable.map(({ clientId }) => clientId)
}

async function backlogOf(look: CheckLook, { trigger, onSince, isOn }: Automation): Promise<Occasion[]> {
  const since = isOn ? parseDay(onSince!)! : look.today
  const found = await occasionsNow(look, trigger, look.today - BACKLOG_DAYS)
  return found.filter(({ due }) => due < since)
}

const NOBODY = '00000000-0000-7000-8000-000000000000'

type Asked = Pick<Automation, 'id' | 'seed'> & {
  plan: Pick<Automation['plan'], 'channels' | 'holdoutShare' | 'skipBooked'>
}

async function count(look: CheckLook, asked: Asked, occasions: readonly Occasion[]): Promise<Concerned> {
  const { sorted } = await sort(look, asked, occasions)
  const held = sorted.reachable.filter(({ clientId }) => isHeldOut(asked.seed, clientId, asked.plan.holdoutShare))
  const skipped: Concerned['skipped'] = {}
  for (const { reason } of sorted.skipped) skipped[reason] = (skipped[reason] ?? 0) + 1
  return { contacted: sorted.reachable.length - held.length, holdout: held.length, skipped }
}

/** By what lasts, an address and consent; what a client holds or got lately today says nothing of that day. */
async function sort({ scope, ports, columns, today }: CheckLook, { id, plan }: Asked, occasions: readonly Occasion[]) {
  const ids = [...new Set(occasions.map(({ clientId }) => clientId))].sort((a, b) => a - b)
  const known = await gatherCandidates(scope, ports, lookOn(columns, today), { id, begunOn: '9999-12-31' }, ids)
  const lasting = known.map((each) => ({ ...each, isBooked: false, cameMeanwhile: false, writtenLately: 0 }))
  return {
    sorted: sortAudience(
      lasting.filter(({ erased }) => !erased),
      plan,
      Number.MAX_SAFE_INTEGER,
    ),
  }
}

const perWeek = ({ contacted }: Concerned): number => Math.round((contacted * 7) / FORECAST_DAYS)
