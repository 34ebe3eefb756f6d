export { workspaceRoutes } from './routes.ts'
export { PAST_SCHEDULED, readWorkspace, Settings, type WorkspaceSettings } from './settings.ts'
