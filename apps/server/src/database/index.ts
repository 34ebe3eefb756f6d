export { type DriverStore, type OpenStore, openStore } from './connect.ts'
export { type Connection, type Database, rowsOf, type Store } from './connection.ts'
export { findRunningServer, type RunningServer } from './folder-lock.ts'
export { openScope, type WorkspaceScope } from './scope.ts'
