export { automationPeopleRoutes } from './people-routes.ts'
export { automationRoutes } from './routes.ts'
export { runDue, startAutomations } from './start-automations.ts'
