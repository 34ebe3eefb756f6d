import { automationsOn, type RunDeps, runDue } from '../automations/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Sending } from '../messages/index.ts'
import { type PlayDeps, type Played, playOn } from './play-on.ts'

export interface PassDeps extends PlayDeps {
  ports: RunDeps['ports']
  cache: RunDeps['cache']
  sending: Pick<Sending, 'push' | 'sendNow'>
}

/** Messages are sent before the next day begins, not by and by. */
const AT_ONCE = { push: async () => {} }

/**
 * Lets some days of a practice salon go by. Where automations are on, they run each evening, and what they write is sent
 * before the next day: else a week would have gone by before anybody had their message.
 */
export async function letDaysPass(scope: WorkspaceScope, deps: PassDeps, days: number): Promise<Played> {
  if ((await automationsOn(scope)) === 0) return await playOn(scope, deps, days)
  let visits = 0
  let becauseOfMessages = 0
  let today = 0
  for (let passed = 0; passed < days; passed++) {
    const played = await playOn(scope, deps, 1)
    today = played.today
    visits += played.visits
    becauseOfMessages += played.becauseOfMessages
    await runDue(scope, { ...deps, sending: AT_ONCE }, new Date())
    await deps.sending.sendNow(scope)
  }
  return { today, visits, becauseOfMessages }
}
