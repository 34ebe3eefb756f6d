export { type HostDeps, hostRoutes } from './routes.ts'
