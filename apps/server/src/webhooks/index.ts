export { forgetOldDeliveries } from './deliveries.ts'
export { webhookRoutes } from './routes.ts'
export { type RunningWebhooks, startWebhooks, type WebhookDeps } from './start-webhooks.ts'
