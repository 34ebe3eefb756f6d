export type { MessagesSent } from './play-on.ts'
export { practiceEntrance, practiceRoutes } from './routes.ts'
