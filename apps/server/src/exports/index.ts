export { campaignExports } from './campaign-exports.ts'
export { exportRoutes } from './routes.ts'
