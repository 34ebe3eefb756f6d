export { hostRoutes } from './routes.ts'
