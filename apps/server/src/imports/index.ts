export type { ImportDeps } from './deps.ts'
export { activeImport } from './find-import.ts'
export { importRoutes } from './routes.ts'
export { type RunningImports, startImports } from './start-imports.ts'
