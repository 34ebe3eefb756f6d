export { operatorGoRoutes, waitRoutes } from './routes.ts'
