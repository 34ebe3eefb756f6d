import {
  type ClientSummary,
  type Day,
  formatDay,
  hasFutureAppointment,
  NO_DAY,
  parseDay,
  summariseClient,
} from '@comeback/retention'
import { type Contact, findContacts } from '../book/index.ts'
import type { SendingChannel } from '../channels/index.ts'
import { findConsents, mayContact } from '../consent/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { writtenLately } from '../messages/index.ts'
import { type Columns, clientIndex } from '../reports/columns.ts'
import { readWorkspace } from '../workspace/index.ts'
import type { Candidate } from './audience.ts'
import type { CampaignPorts } from './ports.ts'
import { readCampaignSettings } from './settings.ts'

const CLIENTS_AT_ONCE = 5000

/** The book as a campaign looks at it. */
export interface Look {
  columns: Columns
  /** what is known is known at the end of this day */
  asOf: Day
  /** the salon's own day */
  today: Day
}

/** The book as known on a day of the salon. */
export const lookOn = (columns: Columns, today: Day): Look => ({ columns, asOf: knownUntil(columns, today), today })

/** The last day the book tells of, never after `today`. */
export function knownUntil({ visits }: Columns, today: Day): Day {
  return visits.dataThrough === NO_DAY ? today : Math.min(visits.dataThrough, today)
}

/** A candidate with what messages and results say of them. */
export interface KnownCandidate extends Candidate {
  contact: Contact | undefined
  /** `null` without a visit */
  summary: ClientSummary | null
}

type Asked = Pick<CampaignPorts, 'addressesOf'>

/**
 * What is known of these clients at this moment, in their order; ids nobody has are left out.
 * @param campaign visits after the day it was begun count as `cameMeanwhile`, its own messages not as written
 */
export async function gatherCandidates(
  scope: WorkspaceScope,
  ports: Asked,
  { columns, asOf, today }: Look,
  campaign: { id: string; begunOn: string },
  clientIds: readonly number[],
): Promise<KnownCandidate[]> {
  const { settings } = await readWorkspace(scope)
  const { capDays } = await readCampaignSettings(scope)
  const longAgo = formatDay(today - capDays)
  const begunOn = parseDay(campaign.begunOn) ?? asOf
  const cadence = columns.cadence(asOf)
  const found: KnownCandidate[] = []
  for (let from = 0; from < clientIds.length; from += CLIENTS_AT_ONCE) {
    const ids = clientIds.slice(from, from + CLIENTS_AT_ONCE)
    const contacts = await findContacts(scope, ids)
    const consents = await findConsents(scope, ids)
    const addresses = await ports.addressesOf(scope, ids)
    const written = await writtenLately(scope, ids, longAgo, campaign.id)
    for (const clientId of ids) {
      const contact = contacts.get(clientId)
      if (!contact) continue
      const client = clientIndex(columns, clientId)
      const summary = client < 0 ? null : summariseClient(columns.visits, cadence, client)
      const history = consents.get(clientId) ?? []
      found.push({
        clientId,
        contact,
        summary,
        erased: contact.erased,
        addresses: addresses.get(clientId) ?? {},
        mayWrite: (channel: SendingChannel) => mayContact(history, channel, 'marketing', settings),
        isBooked: client >= 0 && hasFutureAppointment(columns.visits, client, asOf),
        cameMeanwhile: summary !== null && summary.lastVisit > begunOn,
        writtenLately: written.get(clientId) ?? 0,
      })
    }
  }
  return found
}
