// Who may do what. Plain predicates, used by the routes and by the page alike; the table in permissions.test.ts is the
// whole of it.

export const ROLES = ['owner', 'manager', 'administrator', 'master', 'analyst'] as const
export type Role = (typeof ROLES)[number]

/** What a key may be for. It sees numbers and people only as far as one of these says so. */
export const KEY_SCOPES = [
  'reports:read',
  'clients:read',
  'contacts:read',
  'imports:write',
  'webhooks:write',
  'winback:read',
  'winback:write',
] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** Whoever a request is made by, as far as one workspace is concerned; a stranger looks at the demo salon. */
export interface Actor {
  role: Role | 'stranger'
  /** a master's own name among the staff; `null` for others, and for a master nobody has named yet */
  staff: string | null
  /** an owner's leave for a master to see the contacts of their own clients */
  seesContacts: boolean
  /** the locations a person is limited to; `null` for all */
  locations: readonly string[] | null
  /** of a program with a key: all it is for, within the role; absent for people */
  scopes?: readonly KeyScope[] | undefined
}

/** The role allows it, and to a program its key does: by one scope, whatever its scopes (`anyKey`), or never. */
const is =
  (scope: KeyScope | 'anyKey' | 'noKey', ...roles: Actor['role'][]) =>
  ({ role, scopes }: Pick<Actor, 'role' | 'scopes'>): boolean =>
    roles.includes(role) && (scopes === undefined || scope === 'anyKey' || scopes.some((each) => each === scope))

/** Numbers of the salon as a whole: revenue, cohorts, other masters. A master sees their own beside its averages. */
export const canSeeSalon = is('anyKey', 'owner', 'manager', 'administrator', 'analyst', 'stranger')

/** Reports, a master's being of their own clients. */
export const canSeeReports = is('reports:read', 'owner', 'manager', 'administrator', 'master', 'analyst', 'stranger')

/** Reports that are about the salon as a whole. */
export const canSeeSalonReports = (actor: Actor): boolean => canSeeReports(actor) && canSeeSalon(actor)

/** Lists of clients, a master's being of their own. */
export const canListClients = is('clients:read', 'owner', 'manager', 'administrator', 'master', 'analyst', 'stranger')

/** Names in full, phones and e-mails. */
export const canSeeContacts = (actor: Actor): boolean =>
  is('contacts:read', 'owner', 'manager', 'administrator', 'stranger')(actor) ||
  (actor.role === 'master' && actor.seesContacts)

/** At least the first name: an analyst sees numbers only. */
export const canSeeNames = (actor: Actor): boolean => canSeeContacts(actor) || actor.role === 'master'

/** Files of numbers. */
export const canExport = (actor: Actor): boolean => canSeeSalonReports(actor)

/** Files of clients. */
export const canExportClients = (actor: Actor): boolean => canListClients(actor) && canSeeSalon(actor)

/** What concerns the whole book is for people who see all of it. */
const everywhere =
  (can: (actor: Actor) => boolean) =>
  (actor: Actor): boolean =>
    actor.locations === null && can(actor)

export const canSeeQuality = everywhere(canSeeSalonReports)

export const canImport = everywhere(is('imports:write', 'owner', 'manager', 'administrator'))

export const canUndoImport = everywhere(is('imports:write', 'owner', 'manager'))

/** Say that a restored copy is the one that acts now, and that the date is right after the clock has jumped. */
export const canSayGo = everywhere(is('noKey', 'owner'))

/** The salon's name and the rules its numbers follow. */
export const canChangeSettings = everywhere(is('noKey', 'owner', 'manager'))

export const canSeeMembers = everywhere(is('noKey', 'owner', 'manager'))

/** What clients agreed to: seen and written down by who speaks with them. */
export const canKeepConsents = is('noKey', 'owner', 'manager', 'administrator')

/** Hand out everything known of a client, or erase them, as the law gives them a right to. */
export const canAnswerForData = everywhere(is('noKey', 'owner', 'manager'))

/** The log of who did what. */
export const canSeeAudit = everywhere(is('noKey', 'owner', 'manager'))

/** Invite, change and remove a member of this role; only owners make owners. */
export const canManage = (actor: Actor, role: Role): boolean =>
  role === 'owner' ? is('noKey', 'owner')(actor) : canSeeMembers(actor)

/** Addresses that are told of events. */
export const canManageWebhooks = everywhere(is('webhooks:write', 'owner', 'manager'))

/** The bonus ledger: what clients hold, what it costs. Who sees no contacts sees it without people. */
export const canSeeBonuses = everywhere(is('winback:read', 'owner', 'manager', 'administrator', 'analyst', 'stranger'))

/** Give bonuses, take them as payment, undo either. */
export const canGiveBonuses = everywhere(is('winback:write', 'owner', 'manager', 'administrator'))

/** What a bonus is worth, how long it lasts, how much of a bill it pays. */
export const canSetBonusRules = everywhere(is('noKey', 'owner', 'manager'))

/** Who is to be called and why, and what clients asked for on the hosted page. */
export const canSeeCalls = everywhere(is('winback:read', 'owner', 'manager', 'administrator', 'stranger'))

/** Put clients on the call list, call them, write down what came of it. */
export const canWorkCalls = everywhere(is('winback:write', 'owner', 'manager', 'administrator'))

/** What clients wrote back. */
export const canSeeReplies = everywhere(is('winback:read', 'owner', 'manager', 'administrator', 'stranger'))

/** What clients answered when they were asked how likely they are to recommend the salon. */
export const canSeeSurveys = everywhere(is('winback:read', 'owner', 'manager', 'administrator', 'stranger'))

/** Where the links of messages lead, and what the hosted page says. */
export const canSetBookingPage = everywhere(is('noKey', 'owner', 'manager'))
/** Groups of clients and who is in them. */
export const canSeeGroups = everywhere(is('winback:read', 'owner', 'manager', 'administrator', 'analyst', 'stranger'))

export const canChangeGroups = everywhere(is('winback:write', 'owner', 'manager', 'administrator'))

/** Files of the people of a group. */
export const canExportGroups = (actor: Actor): boolean => canSeeGroups(actor) && canExportClients(actor)

/** The channels clients are written to by, with their credentials. */
export const canManageChannels = everywhere(is('noKey', 'owner', 'manager'))

/** Keys let programs in: no key makes another one. */
export const canManageKeys = everywhere(is('noKey', 'owner', 'manager'))

/** Campaigns and what became of them; their people are for who sees contacts. */
export const canSeeCampaigns = everywhere(
  is('winback:read', 'owner', 'manager', 'administrator', 'analyst', 'stranger'),
)

/** Write a campaign, and ask for its sending. */
export const canPrepareCampaigns = everywhere(is('winback:write', 'owner', 'manager', 'administrator'))

/** Send, approve, pause and stop campaigns, and what holds for all of them. */
export const canSendCampaigns = everywhere(is('winback:write', 'owner', 'manager'))

/** Look after the workspaces of the server from above; a matter of the person, not of a role in any of them. */
export const canHost = (user: { isHost: boolean } | null): boolean => user?.isHost ?? false
