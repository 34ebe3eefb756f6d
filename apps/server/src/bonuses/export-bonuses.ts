import type { WorkspaceScope } from '../database/index.ts'
import { localDay } from './local-day.ts'
import { statement } from './statement.ts'

/** Everything the ledger knows of a client, for handing it to them. */
export async function exportBonuses(scope: WorkspaceScope, clientId: number) {
  const everything = { after: null, limit: Number.POSITIVE_INFINITY }
  const { balance, lots, operations } = await statement(scope, clientId, await localDay(scope), everything)
  return {
    balance,
    expiring: lots.map(({ points, expiresOn }) => ({ points, expiresOn })),
    operations: operations.map(({ kind, change, reason, day, at, expiresOn, billMinor }) => ({
      ...{ kind, change, reason, day, at, expiresOn, billMinor },
    })),
  }
}
