import type { Store } from './database/index.ts'
import { forgetOldAnswers } from './http/keep-answers.ts'
import { log } from './log/index.ts'

const HOUR = 3_600_000

/** Deletes every hour what is kept for a while only, also at the start; answers the function that ends it. */
export function startForgetting(store: Store): () => void {
  const forget = () =>
    forgetOldAnswers(store).catch((error: unknown) => log.error('what is old could not be deleted', {}, error))
  void forget()
  const timer = setInterval(forget, HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
