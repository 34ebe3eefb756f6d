import { parseDay } from '@comeback/retention'
import { automationsOn, type RunDeps, runDue } from '../automations/index.ts'
import { countScheduled, launchDue } from '../campaigns/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Sending } from '../messages/index.ts'
import { readWorkspace } from '../workspace/index.ts'
import { type PlayDeps, type Played, playOn } from './play-on.ts'

export interface PassDeps extends PlayDeps {
  ports: RunDeps['ports']
  cache: RunDeps['cache']
  sending: Pick<Sending, 'push' | 'sendNow'>
}

/** Messages are sent before the next day begins, not by and by. */
const AT_ONCE = { push: async () => {} }

/**
 * Lets some days of a practice salon go by. Where automations are on or campaigns wait for their time, they run each evening,
 * and what they write is sent before the next day: else a week would have gone by before anybody had their message. Throws
 * `notPractice` in a real salon.
 */
export async function letDaysPass(scope: WorkspaceScope, deps: PassDeps, days: number): Promise<Played> {
  const isQuiet = (await automationsOn(scope)) === 0 && (await countScheduled(scope)) === 0
  if (isQuiet) return await playOn(scope, deps, days)
  const { practiceDay } = await readWorkspace(scope)
  const all: Played = { today: parseDay(practiceDay ?? '') ?? 0, visits: 0, becauseOfMessages: 0 }
  if (practiceDay !== null) await launchToday(scope, deps)
  for (let passed = 0; passed < days; passed++) {
    const played = await playOn(scope, deps, 1)
    all.today = played.today
    all.visits += played.visits
    all.becauseOfMessages += played.becauseOfMessages
    await runDue(scope, { ...deps, sending: AT_ONCE }, new Date())
    await launchToday(scope, deps)
  }
  return all
}

/** Sends everything that is to leave on the day it is. */
async function launchToday(scope: WorkspaceScope, deps: PassDeps) {
  const { timeZone, practiceDay } = await readWorkspace(scope)
  const tomorrow = Temporal.PlainDate.from(practiceDay!).add({ days: 1 }).toZonedDateTime(timeZone)
  await launchDue(scope, { ...deps, sending: AT_ONCE }, new Date(), new Date(tomorrow.epochMilliseconds - 1))
  await deps.sending.sendNow(scope)
}
