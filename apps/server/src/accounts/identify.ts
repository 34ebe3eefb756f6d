import { eq } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { hasBearer } from '../http/has-bearer.ts'
import type { Who } from '../http/who.ts'
import type { Actor } from '../permissions.ts'
import type { Auth } from './auth.ts'
import { actorOf, type OwnWorkspace, workspacesOf } from './members.ts'
import { openKey } from './open-key.ts'
import { sessions, users } from './tables.ts'

export interface SignedIn {
  id: string
  name: string
  email: string
  twoFactor: boolean
  /** looks after the workspaces of this server from above */
  isHost: boolean
  sessionId: string
}

/** Who a request comes from, and the workspace it is about. */
export interface Identity {
  /** `null` for strangers, programs with a key and the operator's command line */
  user: SignedIn | null
  /** what they are in the workspace; `null` when there is none for them to look at */
  actor: Actor | null
  /** as the log of actions names them */
  who: Who
  workspaceId: string | null
  /** the user's own */
  workspaces: OwnWorkspace[]
}

/** Letters of a workspace's id that tell it from others: its end is random. */
const SHORTEST_END = 8

const STRANGER: Actor = { role: 'stranger', staff: null, seesContacts: false, locations: null }
const OPERATOR: Actor = { role: 'owner', staff: null, seesContacts: true, locations: null }

export interface Doors {
  store: Store
  auth: Auth
  /** lets the command line on this machine in as an owner */
  operatorToken: string
  /** the workspace the command line works on */
  operatorWorkspace: string
  /** the demo salon, open to everybody; `null` where it is not shown */
  demoWorkspace: string | null
}

/**
 * Tells who asks, by the operator's token, a key or the session cookie. Nobody known is a stranger, who may see the
 * demo. `asked` names the workspace a page looks at, by its id or the end of it: it holds before the one the session has
 * chosen, which may be another tab's choice; of one that is not theirs there is no actor. Throws `keyUnknown`,
 * `keyExpired` and `keyRevoked`.
 */
export async function identify(doors: Doors, headers: Headers, asked: string | null = null): Promise<Identity> {
  if (isOperator(doors, headers)) {
    return {
      user: null,
      actor: OPERATOR,
      who: { kind: 'commandLine' },
      workspaceId: doors.operatorWorkspace,
      workspaces: [],
    }
  }
  const holder = await openKey(doors.store, headers)
  if (holder) {
    const { actor, workspaceId, id, name } = holder
    return { user: null, actor, who: { kind: 'apiKey', id, name }, workspaceId, workspaces: [] }
  }
  const found = await doors.auth.api.getSession({ headers })
  const isDemo = doors.demoWorkspace !== null && isAsked(doors.demoWorkspace, asked)
  if (!found) {
    const about = asked === null || isDemo ? demo(doors) : { ...demo(doors), actor: null, workspaceId: null }
    return { user: null, ...about, workspaces: [] }
  }
  const { session } = found
  const { id, name, email, twoFactorEnabled } = found.user
  const who: Who = { kind: 'user', id, name }
  const { wanted, isHost } = await stateOf(doors.store, session.id)
  const user = { id, name, email, twoFactor: twoFactorEnabled ?? false, isHost, sessionId: session.id }
  const workspaces = await workspacesOf(doors.store, id)
  if (isDemo || (asked === null && wanted !== null && wanted === doors.demoWorkspace)) {
    return { user, ...demo(doors), workspaces }
  }
  if (asked !== null) {
    const own = workspaces.find((each) => isAsked(each.id, asked))
    return { user, actor: own ? actorOf(own) : null, who, workspaceId: own?.id ?? null, workspaces }
  }
  const current = workspaces.find((each) => each.id === wanted) ?? workspaces[0]
  if (!current) return { user, ...demo(doors), workspaces }
  return { user, actor: actorOf(current), who, workspaceId: current.id, workspaces }
}

const isAsked = (workspaceId: string, asked: string | null) =>
  asked !== null && asked.length >= SHORTEST_END && workspaceId.endsWith(asked)

/** Whether a request comes from the command line on this machine, which can read the data folder. */
export function isOperator({ operatorToken }: Doors, headers: Headers): boolean {
  return hasBearer(headers, operatorToken)
}

/** Remembers for a session which workspace it looks at. */
export async function chooseWorkspace(store: Store, sessionId: string, workspaceId: string) {
  await store.db.update(sessions).set({ workspaceId }).where(eq(sessions.id, sessionId))
}

/** The workspace a session has chosen, and whether its person is a host. */
async function stateOf(store: Store, sessionId: string): Promise<{ wanted: string | null; isHost: boolean }> {
  const [session] = await store.db
    .select({ wanted: sessions.workspaceId, isHost: users.isHost })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId))
  return session ?? { wanted: null, isHost: false }
}

function demo({ demoWorkspace }: Doors) {
  const who: Who = { kind: 'stranger' }
  return { who, actor: demoWorkspace === null ? null : STRANGER, workspaceId: demoWorkspace }
}
