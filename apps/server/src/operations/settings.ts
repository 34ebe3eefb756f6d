import { LEVELS, type Level } from '../log/log.ts'
import { readSecret } from '../read-secret.ts'

/** What the environment may set about running the server. */
export interface OperationsSettings {
  logLevel: Level
  /** who sends it may read /metrics from anywhere; `null`: only this machine may */
  metricsToken: string | null
  /** seconds during which /readyz says no but requests are still taken, for a balancer to notice */
  drainSeconds: number
}

/** Longer than a process manager waits before it kills. */
const LONGEST_DRAIN = 300

/** Reads the settings; throws naming the variable when one is not what it should be. */
export function readOperationsSettings(env: NodeJS.ProcessEnv = process.env): OperationsSettings {
  const level = env.COMEBACK_LOG_LEVEL || 'info'
  const logLevel = LEVELS.find((each) => each === level)
  if (!logLevel) throw new Error(`COMEBACK_LOG_LEVEL=${level}: use ${LEVELS.join(', ')}`)
  const drainSeconds = Number(env.COMEBACK_DRAIN_SECONDS || 0)
  if (!(drainSeconds >= 0 && drainSeconds <= LONGEST_DRAIN)) {
    throw new Error(`COMEBACK_DRAIN_SECONDS=${env.COMEBACK_DRAIN_SECONDS} is not a number from 0 to ${LONGEST_DRAIN}`)
  }
  return { logLevel, metricsToken: readSecret(env, 'COMEBACK_METRICS_TOKEN'), drainSeconds }
}
