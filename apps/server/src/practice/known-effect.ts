import { type Day, parseDay, summariseClient } from '@comeback/retention'
import { type Campaign, findCampaign, knownUntil } from '../campaigns/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { comings, type Habit } from './comings.ts'
import { habitOf, type PlayDeps, SEED } from './play-on.ts'

/** What only a practice salon can know of a campaign. */
export interface KnownEffect {
  /** clients who came in the days that count and would not have without the message */
  because: number
}

/**
 * What a campaign truly brought so far: the days from its launch are played twice for everybody it reached, with its message
 * and without, by the same draws. Throws `notPractice` in a real salon and `campaignNotFound`.
 */
export async function knownEffect(
  scope: WorkspaceScope,
  { cache, sent }: Pick<PlayDeps, 'cache' | 'sent'>,
  id: string,
): Promise<KnownEffect> {
  const workspace = await readWorkspace(scope)
  if (workspace.practiceDay === null) throw new AppError('notPractice')
  const campaign = await findCampaign(scope, id)
  const columns = await cache.get(scope)
  const days = countedDays(campaign, knownUntil(columns, todayOf(workspace)))
  if (!days) return { because: 0 }
  const messagesTo = await sent(scope)
  const rhythm = columns.cadence(days.launchedOn)
  let because = 0
  for (const [client, clientId] of columns.clientIds.entries()) {
    const messages = messagesTo.get(clientId) ?? []
    const others = messages.filter(({ source }) => source.id !== id)
    if (others.length === messages.length) continue
    const summary = summariseClient(columns.visits, rhythm, client)
    if (!summary) continue
    const comes = (got: typeof messages) => hasCome(habitOf(clientId, summary, got), days)
    because += Number(comes(messages)) - Number(comes(others))
  }
  return { because }
}

interface Days {
  launchedOn: Day
  until: Day
}

function countedDays({ launchedOn, plan }: Campaign, known: Day): Days | null {
  const from = parseDay(launchedOn ?? '')
  return from === null ? null : { launchedOn: from, until: Math.min(from + plan.windowDays, known) }
}

const hasCome = (habit: Habit, { launchedOn, until }: Days) => comings(habit, launchedOn + 1, until, SEED).length > 0
