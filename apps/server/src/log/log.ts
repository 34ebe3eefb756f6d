import { describeError, type ErrorFacts } from './describe-error.ts'
import { humanLine } from './human-line.ts'
import { currentRequest } from './request-context.ts'

export const LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof LEVELS)[number]

/** What a line may say besides its event: facts about the work, never what people typed, are called or can be reached by. */
export type Fields = Record<string, string | number | boolean | null>

export interface LogLine {
  /** ISO, UTC */
  time: string
  level: Level
  /** what happened: a short constant sentence, the same for every time it happens */
  event: string
  requestId?: string
  fields: Fields
  error?: ErrorFacts
}

export interface LogSettings {
  level: Level
  /** lines for a person at a terminal instead of JSON */
  human: boolean
}

/** Before a server configures it, as in the command line and in tests, only what went wrong is said. */
let settings: LogSettings = { level: 'warn', human: false }
const listeners = new Set<(line: LogLine) => void>()

export function configureLog(changed: LogSettings) {
  settings = changed
}

/** Calls `listener` with every line from now on, also those below the level; answers the function that ends it. */
export function onLogLine(listener: (line: LogLine) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The log of the server: one line an event on stderr. The last argument of `warn` and `error` is what was thrown. */
export const log = {
  debug: (event: string, fields: Fields = {}) => write('debug', event, fields),
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}, thrown?: unknown) => write('warn', event, fields, thrown),
  error: (event: string, fields: Fields = {}, thrown?: unknown) => write('error', event, fields, thrown),
}

function write(level: Level, event: string, fields: Fields, thrown?: unknown) {
  const requestId = currentRequest()
  const line: LogLine = {
    time: new Date().toISOString(),
    level,
    event,
    ...(requestId !== undefined && { requestId }),
    fields,
    ...(thrown !== undefined && { error: describeError(thrown) }),
  }
  for (const listener of listeners) listener(line)
  if (LEVELS.indexOf(level) < LEVELS.indexOf(settings.level)) return
  process.stderr.write(`${settings.human ? humanLine(line) : jsonLine(line)}\n`)
}

function jsonLine({ time, level, event, requestId, fields, error }: LogLine): string {
  return JSON.stringify({ time, level, event, requestId, ...fields, error })
}
