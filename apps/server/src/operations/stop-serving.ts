import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { log } from '../log/index.ts'
import type { Operations } from './open-operations.ts'

/** Longest a request that runs is waited for. */
const LONGEST_REQUEST_MS = 20_000
const LOOK_EVERY_MS = 50

interface Watch extends Pick<Operations, 'readiness'> {
  settings: Pick<Operations['settings'], 'drainSeconds'>
}

/**
 * Ends serving: /readyz says no, after the drain no connection is accepted, requests that run are answered, bounded by
 * time, and connections are closed behind them.
 */
export async function stopServing(server: Server, operations: Watch, limitMs = LONGEST_REQUEST_MS) {
  const { readiness, settings } = operations
  readiness.stop()
  log.info('stopping: requests that run are answered first')
  await wait(settings.drainSeconds * 1000)
  const closed = Promise.withResolvers<void>()
  server.close(() => closed.resolve())
  // a connection that has just been answered would be kept alive
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  const tooLong = setTimeout(() => {
    log.warn('requests took too long: their connections are closed', { limitMs })
    server.closeAllConnections()
  }, limitMs)
  await closed.promise
  clearInterval(looking)
  clearTimeout(tooLong)
}
