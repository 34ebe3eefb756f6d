export { configureLog, log, onLogLine } from './log.ts'
export { currentRequest, inRequest } from './request-context.ts'
