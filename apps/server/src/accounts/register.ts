import { APIError } from 'better-auth/api'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import { laterId } from '../later-id.ts'
import type { PlanSettings } from '../plans.ts'
import { type Auth, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './auth.ts'
import { acceptInvitation, openInvitation } from './invitations.ts'
import { addMember } from './members.ts'
import { memberships, users } from './tables.ts'

/** Who may make an account: nobody has one yet, anybody (a host's choice), or only those with an invitation. */
export type Registration = 'first' | 'open' | 'invited'

export interface NewPerson {
  /** of the request: the session keeps the browser and address it began with */
  headers: Headers
  name: string
  email: string
  password: string
}

/** The new person's session cookies, to be sent on, and who they are. */
export interface SignedUp {
  userId: string
  workspaceId: string
  headers: Headers
}

export const OWNER = { role: 'owner', staff: null, seesContacts: true, locations: null } as const
const DAY = 24 * 3600 * 1000

/** What a server does with workspaces people make. */
export interface NewWorkspaces {
  /** anybody may make one, not the first person alone */
  open: boolean
  plans: PlanSettings | null
}

const DEFAULTS = { timeZone: 'Europe/Kyiv', currency: 'UAH', country: 'UA' }

export async function registrationOf(store: Store, open: boolean): Promise<Registration> {
  const [anybody] = await store.db.select({ id: users.id }).from(users).limit(1)
  if (!anybody) return 'first'
  return open ? 'open' : 'invited'
}

/**
 * Makes an account and its workspace. The first owner takes over the workspace that was filled before there were
 * accounts. Throws `registrationClosed`, `emailTaken` and `weakPassword`.
 */
export function registerOwner(
  store: Store,
  auth: Auth,
  { open, plans }: NewWorkspaces,
  person: NewPerson,
  salon: string,
) {
  // two first owners at once would be two
  return store.exclusively('registration', async (): Promise<SignedUp> => {
    const registration = await registrationOf(store, open)
    if (registration === 'invited') throw new AppError('registrationClosed')
    const { userId, headers } = await signUp(auth, person)
    const workspaceId = (registration === 'first' && (await ownerlessWorkspace(store))) || laterId()
    await store.db
      .insert(workspaces)
      .values({ id: workspaceId, name: salon, ...startOf(plans), ...DEFAULTS })
      .onConflictDoUpdate({ target: workspaces.id, set: { name: salon, ...startOf(plans) } })
    await addMember(store, workspaceId, userId, OWNER)
    return { userId, workspaceId, headers }
  })
}

/** The plan a new workspace begins with. */
function startOf(plans: PlanSettings | null) {
  if (!plans) return {}
  const { defaultPlan: plan, trialDays } = plans
  return { plan, trialEndsAt: trialDays === null ? null : new Date(Date.now() + trialDays * DAY) }
}

/** Makes an account for somebody with an invitation. Throws `invitationNotFound`, `emailTaken` and `weakPassword`. */
export async function registerInvited(store: Store, auth: Auth, token: string, person: NewPerson): Promise<SignedUp> {
  await openInvitation(store, token)
  const { userId, headers } = await signUp(auth, person)
  return { userId, workspaceId: await acceptInvitation(store, token, { id: userId, name: person.name }), headers }
}

/** Makes an account and signs in. Throws `emailTaken` and `weakPassword`. */
export async function signUp(
  auth: Auth,
  { headers: from, ...person }: NewPerson,
): Promise<{ userId: string; headers: Headers }> {
  try {
    const { response, headers } = await auth.api.signUpEmail({
      body: { ...person, password: withStrength(person.password) },
      headers: from,
      returnHeaders: true,
    })
    return { userId: response.user.id, headers }
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    const code = String(error.body?.code ?? '')
    if (code.startsWith('USER_ALREADY_EXISTS')) throw new AppError('emailTaken')
    throw error
  }
}

/** The workspace the command line filled while nobody had an account. */
async function ownerlessWorkspace(store: Store): Promise<string | null> {
  const [found] = await store.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .leftJoin(memberships, eq(memberships.workspaceId, workspaces.id))
    .where(and(eq(workspaces.isDemo, false), isNull(memberships.userId)))
    .orderBy(asc(workspaces.createdAt))
    .limit(1)
  return found?.id ?? null
}

/** The password, if it may be one. Throws `weakPassword`. */
export function withStrength(password: string): string {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) throw new AppError('weakPassword')
  return password
}
