import { z } from '@hono/zod-openapi'
import { KEY_SCOPES, ROLES } from '../permissions.ts'
import { PLANS } from '../plans.ts'

const email = z.email().max(254).openapi({ example: 'olena@salon.example' })
const personName = z.string().trim().min(1).max(80).openapi({ example: 'Олена Коваль' })
const password = z.string().max(200).openapi({ example: 'correct horse battery', format: 'password' })

const rights = {
  role: z.enum(ROLES),
  staff: z.string().max(200).nullable().openapi({ description: "a master's own name among the staff" }),
  seesContacts: z.boolean().openapi({ description: 'a master sees the contacts of their own clients' }),
  locations: z.array(z.string().max(200)).min(1).nullable().openapi({ description: 'limited to these; null: all' }),
}

export const RightsBody = z.object(rights).openapi('Rights')

export const RegistrationBody = z
  .object({
    ...{ name: personName, email, password, salon: z.string().trim().min(1).max(80) },
    setupCode: z.string().trim().max(40).default('').openapi({ description: "of the server's console, for the first" }),
  })
  .openapi('Registration')

export const RegistrantBody = z
  .object({ email, invitation: z.string().min(16).max(100).nullable().default(null) })
  .openapi('Registrant', { description: 'With the token of an invitation to join by, or without for an own workspace' })

export const RegistrantAnswer = z
  .object({ email: z.string(), workspaceName: z.string().nullable() })
  .openapi('RegistrantOfLink', { description: 'workspaceName: of the invitation; null for an own workspace' })

export const FinishBody = z
  .object({ name: personName, password, salon: z.string().trim().max(80).default('') })
  .openapi('FinishedRegistration', { description: 'salon: asked for without an invitation' })

export const AcceptanceBody = z.object({ name: personName, email, password }).openapi('Acceptance')

export const HostBody = z.object({ email, isHost: z.boolean() }).openapi('Host')

const OwnWorkspaceAnswer = z
  .object({ id: z.string(), name: z.string(), isPractice: z.boolean(), ...rights })
  .openapi('OwnWorkspace')

export const SessionAnswer = z
  .object({
    user: z
      .object({ id: z.string(), name: z.string(), email: z.string(), twoFactor: z.boolean(), isHost: z.boolean() })
      .nullable(),
    actor: z
      .object({
        ...rights,
        role: z.enum([...ROLES, 'stranger']),
        scopes: z.array(z.enum(KEY_SCOPES)).optional().openapi({ description: 'Of a program with a key' }),
      })
      .nullable()
      .openapi({ description: 'What the asker is in the current workspace; null: there is nothing to look at' }),
    workspaceId: z.string().nullable(),
    demoWorkspaceId: z.string().nullable(),
    workspaces: z.array(OwnWorkspaceAnswer),
    registration: z.enum(['first', 'open', 'invited']),
    asksSetupCode: z.boolean().openapi({ description: "The first account asks for the code on the server's console" }),
    plan: z
      .object({
        name: z.enum(PLANS),
        trialEndsAt: z.string().nullable(),
        contactUrl: z.string().nullable().openapi({ description: 'Where an owner gets another plan' }),
      })
      .nullable()
      .openapi({ description: 'Of the current workspace; null: there are no plans, everything is on' }),
    suspended: z.boolean().openapi({ description: 'The host lets nobody into the current workspace' }),
    sendsMail: z.boolean().openapi({ description: 'Whether a forgotten password can be reset by mail' }),
  })
  .openapi('Session')

export const InvitationAnswer = z
  .object({ workspaceName: z.string(), email: z.string(), role: z.enum(ROLES) })
  .openapi('Invitation')

export const InviteBody = z.object({ email: z.union([email, z.literal('')]).default(''), ...rights }).openapi('Invite')

export const InvitedAnswer = z
  .object({ id: z.string(), link: z.string(), mailed: z.boolean() })
  .openapi('Invited', { description: 'The link is told once: it is kept as a hash only' })

export const MembersAnswer = z
  .object({
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        twoFactor: z.boolean(),
        since: z.string(),
        keys: z.array(z.string()).openapi({
          description: 'Names of the API keys they made; these stop working when the person may no longer make keys',
        }),
        ...rights,
      }),
    ),
    invitations: z.array(z.object({ id: z.string(), email: z.string(), expiresAt: z.string(), ...rights })),
  })
  .openapi('Members')

export const Done = z.object({ done: z.literal(true) })
export const WorkspaceChoice = z.object({ workspaceId: z.uuid() })
export const ChosenAnswer = z.object({ workspaceId: z.string() })
export const LinkTokenParam = z.object({ token: z.string().min(16).max(1000) })
export const TokenParam = z.object({ token: z.string().min(16).max(100) })
export const UserParam = z.object({ userId: z.uuid() })
export const InvitationParam = z.object({ id: z.uuid() })
