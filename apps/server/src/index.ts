export type { AppType } from './app.ts'
export { startServer } from './start-server.ts'
