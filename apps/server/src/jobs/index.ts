export { type JobData, type JobHandler, type Queues, startQueues } from './start-queues.ts'
