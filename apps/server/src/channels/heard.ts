import type { OpenedAccount } from './account.ts'
import type { DeliveryReport } from './sender.ts'

/** A request a gateway makes to us. */
export interface HookRequest {
  method: string
  /** as the gateway was told to call it, with what it added after `?` */
  url: string
  query: URLSearchParams
  header(name: string): string | undefined
  body: string
}

/** A client wrote something. */
export interface Reply {
  /** their phone or chat, as `addressesOf` would give it */
  from: string
  text: string
  /** the gateway's id of it */
  providerId: string
  at: Date
  /** the gateway itself says that they want no more, and has told them so */
  isStopped?: boolean
}

/** Somebody opened a chat with the salon's bot. */
export interface Start {
  chat: string
  /** what the link they came by had with it; '' for those who came by themselves */
  token: string
  /** of their app, such as `uk`; '' unknown */
  language: string
}

/** What a gateway told. */
export interface Heard {
  reports: Omit<DeliveryReport, 'channel'>[]
  replies: Reply[]
  starts: Start[]
  /** what the gateway wants to be answered */
  answer: string
}

/** Understands what one gateway tells; `refused` when it is not the gateway that speaks. */
export type Hear = (request: HookRequest, account: OpenedAccount) => Heard | 'refused'

export const heard = (more: Partial<Heard> = {}): Heard => ({
  reports: [],
  replies: [],
  starts: [],
  answer: '',
  ...more,
})

/** A form's fields, from the body or the address. */
export function fieldsOf({ body, query }: HookRequest): Record<string, string> {
  return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(body)) }
}

/** E.164 of a number gateways write without a plus. */
export const phoneOf = (digits: string): string => `+${digits.replace(/\D/g, '')}`

/** A moment of seconds since 1970; now when it cannot be read. */
export function momentOf(seconds: unknown): Date {
  const value = Number(seconds)
  return Number.isFinite(value) && value > 0 ? new Date(value * 1000) : new Date()
}
