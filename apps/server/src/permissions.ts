// Who may do what. Plain predicates, used by the routes and by the page alike; the table in permissions.test.ts is the
// whole of it.

export const ROLES = ['owner', 'manager', 'administrator', 'master', 'analyst'] as const
export type Role = (typeof ROLES)[number]

/** Whoever a request is made by, as far as one workspace is concerned; a stranger looks at the demo salon. */
export interface Actor {
  role: Role | 'stranger'
  /** a master's own name among the staff; `null` for others, and for a master nobody has named yet */
  staff: string | null
  /** an owner's leave for a master to see the contacts of their own clients */
  seesContacts: boolean
  /** the locations a person is limited to; `null` for all */
  locations: readonly string[] | null
}

const is =
  (...roles: Actor['role'][]) =>
  ({ role }: Pick<Actor, 'role'>): boolean =>
    roles.includes(role)

/** Numbers of the salon as a whole: revenue, cohorts, other masters. A master sees their own beside its averages. */
export const canSeeSalon = is('owner', 'manager', 'administrator', 'analyst', 'stranger')

/** Lists of clients, a master's being of their own. */
export const canListClients = is('owner', 'manager', 'administrator', 'master', 'analyst', 'stranger')

/** Names in full, phones and e-mails. */
export const canSeeContacts = (actor: Actor): boolean =>
  is('owner', 'manager', 'administrator', 'stranger')(actor) || (actor.role === 'master' && actor.seesContacts)

/** At least the first name: an analyst sees numbers only. */
export const canSeeNames = (actor: Actor): boolean => canSeeContacts(actor) || actor.role === 'master'

export const canExport = is('owner', 'manager', 'administrator', 'analyst', 'stranger')

/** What concerns the whole book is for people who see all of it. */
const everywhere =
  (can: (actor: Actor) => boolean) =>
  (actor: Actor): boolean =>
    actor.locations === null && can(actor)

export const canSeeQuality = everywhere(canSeeSalon)

export const canImport = everywhere(is('owner', 'manager', 'administrator'))

export const canUndoImport = everywhere(is('owner', 'manager'))

/** The salon's name and the rules its numbers follow. */
export const canChangeSettings = everywhere(is('owner', 'manager'))

export const canSeeMembers = everywhere(is('owner', 'manager'))

/** The log of who did what. */
export const canSeeAudit = everywhere(is('owner', 'manager'))

/** Invite, change and remove a member of this role; only owners make owners. */
export const canManage = (actor: Actor, role: Role): boolean =>
  role === 'owner' ? is('owner')(actor) : canSeeMembers(actor)
