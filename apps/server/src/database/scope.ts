import type { ContactVault } from '../vault/index.ts'
import type { Connection, Database, Store, TransactionMode } from './connection.ts'

/**
 * The way to a workspace's rows: every use case takes one and puts its `workspaceId` into every statement. Inside
 * {@link transaction} use the scope it hands over, never the outer one.
 */
export interface WorkspaceScope {
  workspaceId: string
  db: Database
  copyIn: Connection['copyIn']
  copyOut: Connection['copyOut']
  /** how contacts stand in the database */
  vault: ContactVault
  /** Runs `work` in a transaction, in the running one if this scope is already inside one. */
  transaction<T>(work: (scope: WorkspaceScope) => Promise<T>): Promise<T>
  /** Like {@link transaction}, read only: all its statements see the same moment. */
  snapshot<T>(work: (scope: WorkspaceScope) => Promise<T>): Promise<T>
  /** Runs `work` while nothing else changes this workspace's book, in this process or another; waits its turn. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Opens the scope of one workspace. Throws when the id is not a UUID, as it goes into COPY statements as text. */
export function openScope(store: Store, workspaceId: string): WorkspaceScope {
  if (!UUID.test(workspaceId)) throw new Error(`not a workspace id: ${workspaceId}`)
  const inTransaction =
    (mode: TransactionMode) =>
    <T>(work: (scope: WorkspaceScope) => Promise<T>): Promise<T> =>
      store.transaction((connection) => work(innerScope(connection, outer)), mode)
  const outer: WorkspaceScope = {
    workspaceId,
    db: store.db,
    copyIn: store.copyIn,
    copyOut: store.copyOut,
    vault: store.vault,
    transaction: inTransaction('write'),
    snapshot: inTransaction('snapshot'),
    exclusively: (work) => store.exclusively(`book ${workspaceId}`, work),
  }
  return outer
}

function innerScope(connection: Connection, outer: WorkspaceScope): WorkspaceScope {
  const scope: WorkspaceScope = {
    ...outer,
    ...connection,
    transaction: (work) => work(scope),
    snapshot: (work) => work(scope),
  }
  return scope
}
