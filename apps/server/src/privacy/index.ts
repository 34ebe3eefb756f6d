export { consentRoutes } from './consent-routes.ts'
export { personalDataRoutes } from './personal-data-routes.ts'
export { retentionRoutes } from './retention-routes.ts'
export { startRetention } from './start-retention.ts'
