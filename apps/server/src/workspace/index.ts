export { WorkspaceReader } from './read-together.ts'
export { workspaceRoutes } from './routes.ts'
export { eraseAfterMonths, PAST_SCHEDULED, readWorkspace, Settings, type WorkspaceSettings } from './settings.ts'
