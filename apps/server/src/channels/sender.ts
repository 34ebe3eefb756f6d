import type { SendingChannel } from './providers.ts'

/** One message to one address. */
export interface OutgoingMessage {
  /** ours, unique for each try: goes to gateways that take a reference */
  id: string
  /** e-mail, E.164 phone or chat, as `addressesOf` gives it */
  to: string
  /** of an e-mail; `null` where channels have none: the salon's name then */
  subject: string | null
  text: string
  /** where marketing is refused in one click; `null` for what is no marketing */
  unsubscribeUrl: string | null
  /** of WhatsApp; `null`: the one of the channel's settings with the text as its only parameter */
  template: { name: string; language: string; parameters: string[] } | null
}

/** Why a message surely was not sent. */
export const FAILURES = ['refused', 'badAddress', 'limited', 'unavailable', 'notSetUp'] as const
export type Failure = (typeof FAILURES)[number]

/**
 * How a try ended. `failed` only when the message surely was not sent; `final` when trying the same again is of no use.
 * `unknown`: the gateway may have taken it, as when the connection broke after the message had begun to leave. `detail`
 * is for people, in the words of the gateway.
 */
export type SendOutcome =
  | { kind: 'sent'; providerId: string | null }
  | { kind: 'failed'; reason: Failure; final: boolean; retryAfterMs: number | null; detail: string }
  | { kind: 'unknown'; detail: string }

/** The way out by one channel of one workspace. */
export interface Sender {
  readonly channel: SendingChannel
  /** Sends one message. Never throws: an aborted try is `failed` before it began to leave and `unknown` after. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SendOutcome>
  /** Lets go of connections. Messages under way end as they may. */
  close(): Promise<void>
}

/** What became of a message after it was sent. */
export interface DeliveryReport {
  channel: SendingChannel
  /** the gateway's id of the message; `null` when it reports by ours */
  providerId: string | null
  /** our id of the message, where the gateway gives it back */
  messageId: string | null
  state: 'delivered' | 'bounced' | 'read'
  at: Date
  /** the gateway's code or words; '' without any */
  detail: string
}

const DETAIL = 300

/** A definite failure. */
export function failed(
  reason: Failure,
  detail: string,
  { final = true, retryAfterMs = null }: { final?: boolean; retryAfterMs?: number | null } = {},
): SendOutcome {
  return { kind: 'failed', reason, final, retryAfterMs, detail: shortly(detail) }
}

export const unknown = (detail: string): SendOutcome => ({ kind: 'unknown', detail: shortly(detail) })

/** One line a person can read; PostgreSQL holds no zero characters. */
const shortly = (text: string) => text.replaceAll('\u0000', '').replace(/\s+/g, ' ').trim().slice(0, DETAIL)
