export { configureLog, log, onLogLine } from './log.ts'
export { inRequest } from './request-context.ts'
