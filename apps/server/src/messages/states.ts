/**
 * queued → sending → sent | failed | unknown → delivered | bounced (→ read). `skipped`: passed over before anything was
 * sent. `unknown`: the gateway may have taken it; nothing sends it again by itself, a person may. See docs/decisions/0027.
 */
export const MESSAGE_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
  'delivered',
  'read',
  'bounced',
  'skipped',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** States of messages that left, or may have. */
export const LEFT_STATES = [
  'sending',
  'sent',
  'unknown',
  'delivered',
  'read',
  'bounced',
] as const satisfies MessageState[]

/** What messages are sent for. */
export const SOURCE_KINDS = ['campaign', 'automation'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export interface Source {
  kind: SourceKind
  id: string
}
