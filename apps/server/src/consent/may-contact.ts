import type { Channel, ConsentEntry, Purpose } from './consent.ts'

interface Rules {
  /** the business writes to its own clients until they object, where the law allows it */
  softOptIn: boolean
}

/**
 * What a client said last about a channel and purpose; `null` when nothing. `history` is everything they said, the
 * oldest first. A file that repeats an old consent does not lift what the client withdrew since in another way.
 */
export function standingConsent<Entry extends ConsentEntry>(
  history: readonly Entry[],
  channel: Channel,
  purpose: Purpose,
): Entry | null {
  let standing: Entry | null = null
  for (const entry of history) {
    if (entry.purpose !== purpose || (entry.channel !== channel && entry.channel !== 'all')) continue
    const stale = entry.source === 'import' && entry.granted && standing?.granted === false
    if (stale && standing?.source !== 'import') continue
    standing = entry
  }
  return standing
}

/**
 * Whether a client may be reached by a channel for a purpose. Marketing needs their consent, or none at all where the
 * workspace has soft opt-in; reminders need none. A withdrawal always holds.
 */
export function mayContact(
  history: readonly ConsentEntry[],
  channel: Channel,
  purpose: Purpose,
  { softOptIn }: Rules,
): boolean {
  const standing = standingConsent(history, channel, purpose)
  return standing ? standing.granted : purpose === 'reminders' || softOptIn
}
