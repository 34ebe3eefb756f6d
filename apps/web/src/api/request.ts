import { noteAnswer, noteKept } from '../offline/connection.ts'
import { keepAnswer, keptAnswer } from '../offline/kept-answers.ts'
import { salonHeaders } from './salon.ts'
import type { ErrorBody } from './types.ts'

/** An answer other than 2xx, or none at all (`offline`). The page says it in words by `code`. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly details: ErrorBody['details']

  constructor(status: number, body: ErrorBody) {
    super(body.message)
    this.name = 'ApiError'
    this.status = status
    this.code = body.code
    this.details = body.details ?? null
  }
}

/** Whether what was asked for by its id is not there, or cannot be: nothing has such an id. */
export const isNotThere = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || (error.status === 400 && error.code === 'badRequest'))

export function isErrorBody(value: unknown): value is { error: ErrorBody } {
  if (typeof value !== 'object' || value === null || !('error' in value)) return false
  const { error } = value
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
}

/**
 * Sends a request to /api; without a connection the numbers of before answer, see src/offline. Returns the parsed JSON. The caller names the type: the contract is the server's.
 * @throws ApiError with the server's code, `offline` when it cannot be reached, `unreadable` when it does not speak JSON
 */
export async function request<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, { ...init, headers: { ...salonHeaders(), ...init?.headers } })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    const kept = isRead(init) ? await keptAnswer(path) : null
    if (kept?.isReport) noteKept(kept.at)
    if (kept) return kept.body as T
    throw new ApiError(0, { code: codeOf(path), message: 'The server does not answer' })
  }
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined)
  if (!response.ok) {
    const error = isErrorBody(body) ? body.error : { code: 'unreadable', message: `HTTP ${response.status}` }
    throw new ApiError(response.status, error)
  }
  if (body === undefined) throw new ApiError(response.status, { code: 'unreadable', message: 'Not JSON' })
  noteAnswer()
  if (isRead(init)) await keepAnswer(path, body).catch(() => {})
  return body as T
}

const isRead = (init: RequestInit | undefined) => (init?.method ?? 'GET') === 'GET'

/** Lists of clients are not kept on the device, which the person should know rather than look for a fault. */
const codeOf = (path: string) =>
  /^\/(clients|reports\/people)\b/.test(path) && !navigator.onLine ? 'notKept' : 'offline'

/** A change so small arrives even when the page is left at once: browsers carry on with 64 kB at most. */
const MOST_KEPT_ALIVE = 15_000

export function sendJson<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<T> {
  const text = JSON.stringify(body)
  const keepalive = method === 'PATCH' && text.length < MOST_KEPT_ALIVE
  return request(path, { method, headers: { 'content-type': 'application/json' }, body: text, keepalive })
}

type Value = string | number | boolean | readonly string[] | null | undefined

/** `?a=1&b=x&b=y`; undefined, null, false and empty lists are left out. */
export function queryString(values: Record<string, Value>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === false) continue
    if (typeof value === 'object') for (const item of value) params.append(name, item)
    else params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** Address of a file to save, of the salon this tab looks at. */
export function fileLink(path: string, values: Record<string, Value> = {}): string {
  return `/api${path}${queryString({ ...values, ...salonHeaders() })}`
}
