export { automationPeopleRoutes } from './people-routes.ts'
export { automationRoutes } from './routes.ts'
export type { RunDeps } from './run-automation.ts'
export { automationsOn, runDue, startAutomations } from './start-automations.ts'
