import { forgetOldInvitations, forgetOldReports } from './channels/index.ts'
import type { Store } from './database/index.ts'
import { forgetOldAnswers } from './http/keep-answers.ts'
import { log } from './log/index.ts'
import { forgetOldDeliveries, forgetOldSecrets } from './webhooks/index.ts'
import { noteClock, waitingWorkspaces } from './workspace/index.ts'

const HOUR = 3_600_000

/**
 * Deletes every hour, also at the start, what is kept for a while only, while no date is in doubt, and gives what waits to be
 * sent a push. Answers the function that ends it.
 */
export function startForgetting(store: Store, senders: { resume(): Promise<void> }[]): () => void {
  const forget = async () => {
    try {
      await noteClock(store)
      const waiting = await waitingWorkspaces(store.db)
      if (!waiting.some(({ dateDoubtedFrom }) => dateDoubtedFrom !== null)) {
        await forgetOldAnswers(store)
        await forgetOldDeliveries(store)
        await forgetOldSecrets(store)
        await forgetOldReports(store)
        await forgetOldInvitations(store)
      }
      for (const sender of senders) await sender.resume()
    } catch (error) {
      log.error('what is old could not be deleted', {}, error)
    }
  }
  void forget()
  const timer = setInterval(forget, HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
