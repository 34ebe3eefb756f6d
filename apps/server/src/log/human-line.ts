import type { ErrorFacts } from './describe-error.ts'
import type { LogLine } from './log.ts'

/** A line for a person at a terminal: time of day, level, event, then what belongs to it; errors with their frames. */
export function humanLine({ time, level, event, requestId, fields, error }: LogLine): string {
  const facts = Object.entries({ ...fields, ...(requestId !== undefined && { requestId }) })
  const words = facts.map(([name, value]) => `${name}=${value}`)
  return [
    `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${[event, ...words].join('  ')}`,
    ...causes(error),
  ].join('\n')
}

function causes(error: ErrorFacts | undefined): string[] {
  if (!error) return []
  const { name, stack, cause, ...facts } = error
  const words = Object.entries(facts).map(([fact, value]) => `${fact}=${value}`)
  return [`  ${[name, ...words].join('  ')}`, ...stack.map((frame) => `    ${frame}`), ...causes(cause)]
}
