import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { eq } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import { log } from '../log/index.ts'
import { type Mailer, sendAside } from '../mail/index.ts'
import { pageAddress } from '../page-address.ts'
import { dropResetLinks, takeCode } from './one-time.ts'
import { authRateLimits, credentials, sessions, twoFactors, users, verifications } from './tables.ts'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128

const DAY = 24 * 3600
/** Where a code of an authenticator is checked, at sign-in and when it is set up. */
const CODE_PATH = '/two-factor/verify-totp'

export interface AuthOptions {
  /** signs cookies and tokens; whoever has it can be anyone */
  secret: string
  /** address people use, such as https://salon.example; `null`: whatever address the request came to */
  publicUrl: string | null
  /** `null` where no mail can be sent: nobody can reset a password alone then */
  mailer: Mailer | null
}

/**
 * The sign-in library on our database. People are made by our own use cases only (first run, invitation, open
 * registration), so its own sign-up is shut.
 */
export function createAuth(store: Store, { secret, publicUrl, mailer }: AuthOptions) {
  return betterAuth({
    appName: 'Comeback',
    secret,
    basePath: '/api/auth',
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    trustedOrigins: (request) => (publicUrl || !request ? [] : [new URL(request.url).origin]),
    disabledPaths: ['/sign-up/email', '/update-user', '/change-email', '/delete-user', '/is-username-available'],
    database: drizzleAdapter(store.db, {
      provider: 'pg',
      schema: {
        user: users,
        session: sessions,
        account: credentials,
        verification: verifications,
        twoFactor: twoFactors,
        rateLimit: authRateLimits,
      },
      transaction: false,
    }),
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    databaseHooks: {
      account: {
        update: {
          // a password changed by its owner
          async after(account) {
            if (account?.userId) await dropResetLinks(store, account.userId)
          },
        },
      },
      session: {
        create: {
          async before({ userId }, context) {
            const { path, body } = context ?? {}
            if (path !== CODE_PATH || (await takeCode(store, userId, String(body?.code).trim()))) return
            // the library's own answer to a wrong code
            throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
          },
          async after({ userId, createdAt }) {
            await store.db.update(users).set({ lastSignedInAt: createdAt }).where(eq(users.id, userId))
          },
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => dropResetLinks(store, user.id),
      ...(mailer
        ? { sendResetPassword: async ({ user, token }) => sendAside(mailer, resetMail(user.email, token)) }
        : {}),
    },
    plugins: [twoFactor({ issuer: 'Comeback' })],
    // in the database: a restart or a second server forgives nothing
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 60 },
    advanced: {
      cookiePrefix: 'comeback',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      database: { generateId: () => laterId() },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    telemetry: { enabled: false },
    // what it throws is answered and logged as every other error; its own lines would show parameters and addresses
    onAPIError: { throw: true },
    logger: {
      level: 'error',
      log: (_level, message, ...rest) =>
        log.error('the sign-in library reports', {}, rest.find((each) => each instanceof Error) ?? new Error(message)),
    },
  })
}

export type Auth = ReturnType<typeof createAuth>

/** In three languages, as the server does not know the reader's. */
function resetMail(to: string, token: string) {
  const url = `${pageAddress()}/reset-password?token=${encodeURIComponent(token)}`
  return {
    to,
    subject: 'Comeback: новий пароль · новый пароль · new password',
    text: [
      `Щоб задати новий пароль, відкрийте посилання протягом години:\nЧтобы задать новый пароль, откройте ссылку в течение часа:\nTo set a new password, open the link within an hour:\n\n${url}`,
      'Якщо ви цього не просили, нічого не робіть.\nЕсли вы этого не просили, ничего не делайте.\nIf you did not ask for this, do nothing.',
    ].join('\n\n'),
  }
}
