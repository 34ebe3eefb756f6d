import type { GatewayAnswer } from './call-gateway.ts'
import { failed, type SendOutcome, unknown } from './sender.ts'

/** A gateway's answer taken apart. */
export interface ReadAnswer {
  status: number
  /** `null` when the body is no JSON */
  json: unknown
  body: string
  retryAfterMs: number | null
}

/** What a gateway means by an answer; `null` leaves it to the status alone. */
export type Understand = (answer: ReadAnswer) => SendOutcome | null

/**
 * The outcome of a request: by the gateway's own words where they are understood, else by the status. Of a success
 * nobody understands, and of an error inside the gateway, it is not known whether the message went out.
 */
export function outcomeOf(answer: GatewayAnswer, understand: Understand): SendOutcome {
  if (answer.kind === 'unknown') return unknown(answer.detail)
  if (answer.kind === 'notSent') return failed('unavailable', answer.detail, { final: false })
  const { status, body, headers } = answer
  const read = { status, body, json: jsonOf(body), retryAfterMs: retryAfter(headers['retry-after'], Date.now()) }
  return understand(read) ?? byStatus(read)
}

function byStatus({ status, body, retryAfterMs }: ReadAnswer): SendOutcome {
  const detail = `${status}: ${body}`
  if (status === 429) return failed('limited', detail, { final: false, retryAfterMs })
  if (status === 503) return failed('unavailable', detail, { final: false, retryAfterMs })
  if (status === 401 || status === 403) return failed('notSetUp', detail)
  if (status >= 300 && status < 500 && status !== 408) return failed('refused', detail)
  return unknown(detail)
}

/**
 * JSON of a body, `null` when it is none. Whole numbers too large to be kept exactly become text: ids of messages are
 * such.
 */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body, exactly)
  } catch {
    return null
  }
}

const exactly = (_: string, value: unknown, context?: { source?: string }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value

/** Milliseconds a Retry-After asks for, as seconds or a date; `null` without one that can be read. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** A value inside parsed JSON by the names and numbers that lead to it; `undefined` where there is none. */
export function inside(json: unknown, ...path: (string | number)[]): unknown {
  let at = json
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string | number, unknown>)[step]
  }
  return at
}

/** The same as text; '' for what is neither text nor number. */
export function textInside(json: unknown, ...path: (string | number)[]): string {
  const value = inside(json, ...path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
