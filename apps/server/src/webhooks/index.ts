export { forgetOldDeliveries } from './deliveries.ts'
export { webhookRoutes } from './routes.ts'
export { forgetOldSecrets } from './secrets.ts'
export { startWebhooks, type WebhookDeps } from './start-webhooks.ts'
