import { formatDay } from '@comeback/retention'
import { balancesOf, redeemMost } from '../bonuses/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Visit } from './play-on.ts'

const MINOR = 100

/** Who comes and holds bonuses pays with as many of them as the rules of the salon let them. */
export async function payWithBonuses(scope: WorkspaceScope, visits: readonly Visit[]): Promise<void> {
  const first = visits.map(({ day }) => day).sort((a, b) => a - b)[0]
  if (first === undefined) return
  const ids = visits.map(({ clientId }) => clientId)
  const balances = await balancesOf(scope, ids, formatDay(first))
  for (const { clientId, day, row } of visits) {
    const billMinor = Number(row.price) * MINOR
    if (billMinor === 0 || !balances.has(clientId)) continue
    const on = formatDay(day)
    const key = `practice:${row.appointment_id}`
    const who = { kind: 'system' } as const
    await redeemMost(scope, { clientId, billMinor, reason: row.service, key, who, on })
  }
}
