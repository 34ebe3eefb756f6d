import type { SendingChannel } from '../channels/index.ts'
import type { SkipReason } from './states.ts'

/** What is known of somebody in the audience when it is decided whether to write to them. */
export interface Candidate {
  clientId: number
  erased: boolean
  addresses: Partial<Record<SendingChannel, string>>
  mayWrite: (channel: SendingChannel) => boolean
  isBooked: boolean
  /** came after the campaign was begun */
  cameMeanwhile: boolean
  /** campaigns and automations that wrote to them within the days of the cap */
  writtenLately: number
}

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
export function sortAudience(
  candidates: readonly Candidate[],
  order: readonly SendingChannel[],
  capMessages: number,
): SortedAudience {
  const taken = new Set<string>()
  const sorted: SortedAudience = { reachable: [], skipped: [] }
  for (const candidate of candidates) {
    const channels = order.filter((channel) => candidate.addresses[channel] && candidate.mayWrite(channel))
    const own = order.flatMap((channel) => addressKey(channel, candidate.addresses[channel]))
    const reason =
      whyNot(candidate, channels, capMessages) ?? (own.some((key) => taken.has(key)) ? 'duplicateAddress' : null)
    if (reason) {
      sorted.skipped.push({ clientId: candidate.clientId, reason })
      continue
    }
    for (const key of own) taken.add(key)
    sorted.reachable.push({ clientId: candidate.clientId, channels })
  }
  return sorted
}

/** Why a client is passed over, whoever else there is; `null`: they are not. */
export function whyNot(
  { erased, addresses, isBooked, cameMeanwhile, writtenLately }: Candidate,
  channels: readonly SendingChannel[],
  capMessages: number,
): SkipReason | null {
  if (erased) return 'erased'
  if (isBooked) return 'alreadyBooked'
  if (cameMeanwhile) return 'cameMeanwhile'
  if (channels.length === 0) return Object.values(addresses).some(Boolean) ? 'noConsent' : 'noAddress'
  return writtenLately >= capMessages ? 'overCap' : null
}

/** One phone is one person, by whatever channel that goes by phones. */
function addressKey(channel: SendingChannel, address: string | undefined): string[] {
  if (!address) return []
  const place = channel === 'email' || channel === 'telegram' ? channel : 'phone'
  return [`${place} ${address.toLowerCase()}`]
}
