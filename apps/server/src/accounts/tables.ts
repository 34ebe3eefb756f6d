import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, workspaceId, workspaces } from '../database/tables.ts'
import type { KeyScope } from '../permissions.ts'

// users … authRateLimits are the sign-in library's own, with the columns it asks for and ids of its kind.

const dated = () => ({ createdAt: moment('created_at').notNull(), updatedAt: moment('updated_at').notNull() })
const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const users = pgTable('users', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text(),
  twoFactorEnabled: boolean('two_factor_enabled'),
  /** looks after the workspaces of this server from above, without being let into any */
  isHost: boolean('is_host').notNull().default(false),
  /** when they last signed in; sessions themselves go when they end */
  lastSignedInAt: moment('last_signed_in_at'),
  ...dated(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    expiresAt: moment('expires_at').notNull(),
    token: text().notNull().unique(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: userId(),
    /** the workspace looked at last */
    workspaceId: uuid('workspace_id').references(() => workspaces.id),
    ...dated(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** Ways to sign in: a password's hash, for one. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: userId(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    ...dated(),
  },
  (table) => [index('credentials_user').on(table.userId)],
)

export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    ...dated(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
)

export const twoFactors = pgTable('two_factors', {
  id: uuid().primaryKey(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: userId(),
  verified: boolean(),
  failedVerificationCount: integer('failed_verification_count'),
  lockedUntil: moment('locked_until'),
})

export const authRateLimits = pgTable('auth_rate_limits', {
  id: uuid().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

const rights = () => ({
  /** one of ROLES */
  role: text().notNull(),
  /** a master's own name among the staff */
  staff: text(),
  seesContacts: boolean('sees_contacts').notNull().default(false),
  /** locations the person is limited to; `null` for all */
  locations: text().array(),
})

/** Who belongs to a workspace, and as what. */
export const memberships = pgTable(
  'memberships',
  {
    workspaceId: workspaceId(),
    userId: userId(),
    ...rights(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] }), index('memberships_user').on(table.userId)],
)

/** Links that make whoever opens them a member, once. */
export const invitations = pgTable(
  'invitations',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    /** SHA-256 of the secret in the link: who reads the database cannot use it */
    tokenHash: text('token_hash').notNull().unique(),
    /** whom it is for, '' when it was not sent by mail */
    email: text().notNull(),
    ...rights(),
    invitedBy: uuid('invited_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

/** What lets programs in. Revoked ones stay, so that the answer to them says what happened. */
export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** SHA-256 of the key: who reads the database cannot use it */
    secretHash: text('secret_hash').notNull().unique(),
    /** its last characters, to recognise it by */
    ending: text().notNull(),
    scopes: text().array().$type<KeyScope[]>().notNull(),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** `null`: never */
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    /** to the minute */
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)
