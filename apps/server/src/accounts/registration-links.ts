import { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import type { Store } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Seal } from '../http/seal.ts'
import { type Mailer, sendAside } from '../mail/index.ts'
import { pageAddress } from '../page-address.ts'
import type { PlanSettings } from '../plans.ts'
import type { Auth } from './auth.ts'
import { openInvitation } from './invitations.ts'
import { type NewPerson, registerInvited, registerOwner, type SignedUp } from './register.ts'
import { finishMail, knownMail } from './registration-mails.ts'
import { users } from './tables.ts'

const PURPOSE = 'registration link'
const VALID_MS = 24 * 3_600_000

const Link = z.object({ email: z.string(), invitation: z.string().nullable(), until: z.number() })

/** Who wants an account: by an invitation's token, or `null` for one with a workspace of their own. */
export interface Registrant {
  email: string
  invitation: string | null
}

/**
 * Mails an address what it needs: a link to finish with, or the ways in where it has an account. Whoever asks is answered the
 * same, after the same work, and before the mail has left: only the reader of the mail learns which it was. Throws
 * `invitationNotFound`.
 * @param origin address of the page, which links begin with
 */
export async function mailRegistrationLink(
  { store, seal, mailer }: { store: Store; seal: Seal; mailer: Mailer },
  { email, invitation }: Registrant,
): Promise<void> {
  if (invitation !== null) await openInvitation(store, invitation)
  const to = email.toLowerCase()
  const token = seal.close(PURPOSE, JSON.stringify({ email: to, invitation, until: Date.now() + VALID_MS }))
  const [known] = await store.db.select({ id: users.id }).from(users).where(eq(users.email, to))
  const origin = pageAddress()
  const waysIn = {
    signIn: `${origin}/sign-in`,
    forgot: `${origin}/forgot-password`,
    invitation: invitation && `${origin}/invitation/${invitation}`,
  }
  sendAside(mailer, known ? knownMail(to, waysIn) : finishMail(to, `${origin}/register?token=${token}`))
}

/** Whose link it is. Throws `registrationLinkOld` for one that is too old or was changed. */
export function openRegistrationLink(seal: Seal, token: string, now = Date.now()): Registrant {
  const text = seal.open(PURPOSE, token)
  const link = text === null ? null : Link.parse(JSON.parse(text))
  if (link === null || link.until <= now) throw new AppError('registrationLinkOld')
  return link
}

interface Finishing {
  store: Store
  auth: Auth
  seal: Seal
  plans: PlanSettings | null
  /** anybody may make a workspace */
  open: boolean
}

/**
 * Makes the account a link is for, its address confirmed. Throws `registrationLinkOld`, `emailTaken` when the link was used
 * before, `invitationNotFound`, `registrationClosed` and `weakPassword`.
 */
export async function finishRegistration(
  { store, auth, seal, plans, open }: Finishing,
  token: string,
  { salon, ...person }: Omit<NewPerson, 'email'> & { salon: string },
): Promise<SignedUp> {
  const { email, invitation } = openRegistrationLink(seal, token)
  if (invitation === null && salon === '') throw new AppError('badRequest', { field: 'salon' })
  const signedUp =
    invitation === null
      ? await registerOwner(store, auth, { open, plans }, { ...person, email }, salon)
      : await registerInvited(store, auth, invitation, { ...person, email })
  await store.db.update(users).set({ emailVerified: true }).where(eq(users.id, signedUp.userId))
  return signedUp
}
