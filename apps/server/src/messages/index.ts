export { SENDING_CHANNELS } from '../channels/providers.ts'
export { applyReport } from './apply-report.ts'
export { exportMessages, forgetMessages } from './forget-messages.ts'
export {
  dropMessages,
  holdMessages,
  lanesOf,
  queueMessages,
  releaseMessages,
  sendAgain,
} from './queue-messages.ts'
export type { OpenedSender } from './send-lane.ts'
export type { MessageSource, OpenSource, Preparation, Prepared } from './source.ts'
export { createSending, type Sending, type SendingDeps } from './start-sending.ts'
export { LEFT_STATES, MESSAGE_STATES, type MessageState, type SourceKind } from './states.ts'
export { costsOf, countMessages, countPassedOver, lastMessages, writtenLately } from './written-lately.ts'
