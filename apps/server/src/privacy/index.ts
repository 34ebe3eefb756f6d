export { consentRoutes } from './consent-routes.ts'
export { personalDataRoutes } from './personal-data-routes.ts'
