export { type DriverStore, type OpenStore, openStore } from './connect.ts'
export { rowsOf, type Store } from './connection.ts'
export { findRunningServer } from './folder-lock.ts'
export { openScope, type WorkspaceScope } from './scope.ts'
