import type { SendingChannel } from '../channels/index.ts'
import type { Plan } from './plan.ts'
import type { SkipReason } from './states.ts'

/** What is known of somebody in the audience when it is decided whether to write to them. */
export interface Candidate {
  clientId: number
  erased: boolean
  addresses: Partial<Record<SendingChannel, string>>
  mayWrite: (channel: SendingChannel) => boolean
  isBooked: boolean
  /** came after the campaign was begun, or after the list they were chosen in was made */
  cameMeanwhile: boolean
  /** campaigns and automations that wrote to them within the days of the cap */
  writtenLately: number
}

/** What a plan says of who is passed over. */
type Rules = Pick<Plan, 'channels' | 'skipBooked'>

export interface Reachable {
  clientId: number
  /** channels they can be written by, in the campaign's order; never empty */
  channels: SendingChannel[]
}

export interface SortedAudience {
  reachable: Reachable[]
  skipped: { clientId: number; reason: SkipReason }[]
}

/**
 * Sorts an audience into those who can be written to and those passed over, each for the first reason that holds. Two
 * clients who share an address on any of the channels are one person to them: the first gets the message.
 */
export function sortAudience(candidates: readonly Candidate[], plan: Rules, capMessages: number): SortedAudience {
  const { channels: order } = plan
  const taken = new Set<string>()
  const sorted: SortedAudience = { reachable: [], skipped: [] }
  for (const candidate of candidates) {
    const channels = openChannelsOf(candidate, order)
    const own = order.flatMap((channel) => addressKey(channel, candidate.addresses[channel]))
    const reason =
      whyNot(candidate, plan, capMessages) ?? (own.some((key) => taken.has(key)) ? 'duplicateAddress' : null)
    if (reason) {
      sorted.skipped.push({ clientId: candidate.clientId, reason })
      continue
    }
    for (const key of own) taken.add(key)
    sorted.reachable.push({ clientId: candidate.clientId, channels })
  }
  return sorted
}

/** Channels of a campaign a client can be written by and has not refused. */
export const openChannelsOf = (
  { addresses, mayWrite }: Pick<Candidate, 'addresses' | 'mayWrite'>,
  order: readonly SendingChannel[],
): SendingChannel[] => order.filter((channel) => addresses[channel] && mayWrite(channel))

/** Why a client is passed over by a campaign of this plan, whoever else there is; `null`: they are not. */
export function whyNot(candidate: Candidate, plan: Rules, capMessages: number): SkipReason | null {
  const { channels: order, skipBooked } = plan
  const { erased, addresses, isBooked, cameMeanwhile, writtenLately } = candidate
  if (erased) return 'erased'
  if (isBooked && skipBooked) return 'alreadyBooked'
  if (cameMeanwhile) return 'cameMeanwhile'
  if (!order.some((channel) => addresses[channel])) return 'noAddress'
  if (openChannelsOf(candidate, order).length === 0) return 'noConsent'
  return writtenLately >= capMessages ? 'overCap' : null
}

/** One phone is one person, by whatever channel that goes by phones. */
function addressKey(channel: SendingChannel, address: string | undefined): string[] {
  if (!address) return []
  const place = channel === 'email' || channel === 'telegram' ? channel : 'phone'
  return [`${place} ${address.toLowerCase()}`]
}
