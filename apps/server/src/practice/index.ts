export { practiceEntrance, practiceRoutes } from './routes.ts'
