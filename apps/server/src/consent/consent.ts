/** Ways to reach a client. */
export const CHANNELS = ['email', 'sms', 'telegram', 'whatsapp', 'viber', 'call'] as const
export type Channel = (typeof CHANNELS)[number]

/** Reminders are about an appointment the client made; everything else is marketing. */
export const PURPOSES = ['marketing', 'reminders'] as const
export type Purpose = (typeof PURPOSES)[number]

/** How a consent or its withdrawal came to be known. */
export const CONSENT_SOURCES = ['import', 'administrator', 'paper', 'clientLink', 'stopReply'] as const
export type ConsentSource = (typeof CONSENT_SOURCES)[number]

/** What a client said, once: entries are added and never changed. */
export interface ConsentEntry {
  channel: Channel | 'all'
  purpose: Purpose
  granted: boolean
  source: ConsentSource
}
