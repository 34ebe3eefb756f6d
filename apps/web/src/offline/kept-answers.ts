import type { Session } from '../api/types.ts'
import { type Holder, holderOf } from './holder.ts'

// The last numbers seen stay on the device, so that they open without a connection: one cache for each person, workspace
// and role, and the session that says which of them. Never lists of clients, a client, or who the members are.

const REPORTS = /^\/reports\/(retention|health|rebooking|curve|cohorts|flows|comparison)(\?|$)/
const ABOUT = /^\/workspace$/
const SESSION = '/session'

const PREFIX = 'kept-'
const WHO = `${PREFIX}session`
const KEPT_AT = 'x-kept-at'
const MOST = 60
const OLDEST_MS = 30 * 24 * 3600 * 1000

/** Whose answers are coming in; `null` until the session is known, and for strangers, of whom nothing is kept. */
let holder: Holder | null = null

/** Browsers have no cache for pages that came without TLS from another machine. */
const isPossible = 'caches' in globalThis

export interface Kept {
  body: unknown
  /** ISO instant at which the server said so */
  at: string
  isReport: boolean
}

/** Puts an answer aside if it is one of numbers. The session's decides whose the next ones are. */
export async function keepAnswer(path: string, body: unknown): Promise<void> {
  if (!isPossible) return
  if (path === SESSION) return await keepSession(body as Session)
  if (!holder || !isKept(path)) return
  const cache = await caches.open(PREFIX + holder)
  await cache.put(addressOf(path), answer(body))
  for (const request of (await cache.keys()).slice(0, -MOST)) await cache.delete(request)
}

/** What was kept of an answer; `null` without it, or when it is older than a month. */
export async function keptAnswer(path: string): Promise<Kept | null> {
  if (!isPossible || !(path === SESSION || isKept(path))) return null
  if (path !== SESSION && !holder) return null
  const name = path === SESSION ? WHO : PREFIX + holder
  const found = (await caches.has(name)) && (await (await caches.open(name)).match(addressOf(path)))
  if (!found) return null
  const at = found.headers.get(KEPT_AT) ?? ''
  if (!(Date.now() - Date.parse(at) < OLDEST_MS)) return null
  const body: unknown = await found.json()
  if (path === SESSION) holder = holderOf(body as Session)
  return { body, at, isReport: REPORTS.test(path) }
}

/** Until the session is asked again nothing is kept: the workspace changes. */
export function pauseKeeping(): void {
  holder = null
}

/** Leaves nothing of anybody on the device. */
export async function forgetKept(): Promise<void> {
  holder = null
  if (isPossible) await deleteAllBut(null)
}

async function keepSession(session: Session) {
  holder = holderOf(session)
  await deleteAllBut(holder)
  if (holder) await (await caches.open(WHO)).put(addressOf(SESSION), answer(session))
}

/** What others left goes: they signed out elsewhere, or share the device. */
async function deleteAllBut(kept: Holder | null) {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !(kept && (name === WHO || name === PREFIX + kept))) await caches.delete(name)
  }
}

const isKept = (path: string) => ABOUT.test(path) || REPORTS.test(path)

const addressOf = (path: string) => `/kept${path}`

function answer(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { [KEPT_AT]: new Date().toISOString() } })
}
