import { type Day, formatDay } from '@comeback/retention'
import { findContacts } from '../book/index.ts'
import { calledFor, putOnCallList } from '../calls/index.ts'
import { findConsents, standingConsent } from '../consent/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Who } from '../http/who.ts'
import type { Columns } from '../reports/columns.ts'
import { everybody } from './campaign-people.ts'
import { giveBonuses } from './give-bonuses.ts'
import type { CampaignPorts } from './ports.ts'
import type { Trace } from './results.ts'
import type { Campaign } from './tables.ts'

/** Why a message cannot reach somebody. Those held out are never among them: calling would spoil the comparison. */
export const UNREACHED = ['noAddress', 'noConsent', 'failed'] as const
type Unreached = (typeof UNREACHED)[number]

export interface CallsInstead {
  /** to be put on the call list, by id */
  clientIds: number[]
  /** why they cannot be written to */
  why: Partial<Record<Unreached, number>>
  /** on the list already, or called for this campaign before */
  called: number
  /** have no phone, or do not want calls */
  not: number
}

interface Asker {
  scope: WorkspaceScope
  columns: Columns
  today: Day
}

/** Who of a campaign's audience no message reaches and can be called instead; before it goes out, as it is now. */
export async function callsInstead(asker: Asker, ports: CampaignPorts, campaign: Campaign): Promise<CallsInstead> {
  const { scope } = asker
  const unreached = (await everybody(asker, ports, campaign)).flatMap((trace) => {
    const why = whyUnreached(trace)
    return why ? [{ clientId: trace.clientId, why }] : []
  })
  const ids = unreached.map(({ clientId }) => clientId)
  const called = await calledFor(scope, { kind: 'campaign', id: campaign.id })
  const contacts = await findContacts(scope, ids)
  const said = await findConsents(scope, ids)
  const found: CallsInstead = { clientIds: [], why: {}, called: 0, not: 0 }
  for (const { clientId, why } of unreached) {
    const contact = contacts.get(clientId)
    const refuses = standingConsent(said.get(clientId) ?? [], 'call', 'marketing')?.granted === false
    if (called.has(clientId)) found.called++
    else if (!contact || contact.erased || contact.phone === '' || refuses) found.not++
    else {
      found.clientIds.push(clientId)
      found.why[why] = (found.why[why] ?? 0) + 1
    }
  }
  return found
}

/**
 * Puts them on the call list, once each, with the bonuses everybody who is written to gets: the caller offers the same.
 * Throws `unknownField` for a script that names one.
 */
export async function callInstead(
  asker: Asker,
  ports: CampaignPorts,
  campaign: Campaign,
  { reason, script, who }: { reason: string; script: string; who: Who },
) {
  return await asker.scope.transaction(async (scope) => {
    const { clientIds } = await callsInstead({ ...asker, scope }, ports, campaign)
    await giveBonuses(scope, ports, campaign, clientIds, formatDay(asker.today))
    const source = { kind: 'campaign', id: campaign.id } as const
    return await putOnCallList(scope, { clientIds, reason, script, source, who })
  })
}

function whyUnreached({ arm, reason, state, trouble }: Trace): Unreached | null {
  if (arm === 'holdout') return null
  if (state === 'failed' || state === 'bounced') return 'failed'
  const passed = arm === 'skipped' ? reason : state === 'skipped' ? trouble : null
  return UNREACHED.find((each) => each === passed) ?? null
}
