import { recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { localDay } from './local-day.ts'
import { clientsWithOver, writeOff } from './write-off.ts'

const CLIENTS_AT_ONCE = 500

/**
 * Writes off what expired before a local day (today by default), and what clients held who are no longer in the book.
 * Run again it does nothing, and after a stop it goes on. Answers how many points.
 */
export async function expireDue(scope: WorkspaceScope, on?: string): Promise<number> {
  const day = on ?? (await localDay(scope))
  let total = 0
  for (;;) {
    const clientIds = await clientsWithOver(scope, day, CLIENTS_AT_ONCE)
    if (clientIds.length === 0) return total
    total += await scope.transaction(async (inner) => {
      const { clients, points } = await writeOff(inner, clientIds, day)
      if (points > 0) {
        await recordAudit(inner, { kind: 'system' }, { action: 'bonuses.expired', details: { clients, points } })
      }
      return points
    })
  }
}
