import { createRoute } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { believableHeaders } from '../http/client-address.ts'
import { routes } from '../http/env.ts'
import { sameSecret } from '../http/same-secret.ts'
import type { Seal } from '../http/seal.ts'
import type { Mailer } from '../mail/index.ts'
import type { PlanSettings } from '../plans.ts'
import { askedWorkspace } from './asked-workspace.ts'
import { chooseWorkspace, type Doors, identify } from './identify.ts'
import { acceptInvitation, openInvitation } from './invitations.ts'
import { limitTries } from './limit-tries.ts'
import { passCookies } from './pass-cookies.ts'
import { registerInvited, registerOwner, registrationOf } from './register.ts'
import {
  AcceptanceBody,
  ChosenAnswer,
  InvitationAnswer,
  RegistrationBody,
  SessionAnswer,
  TokenParam,
  WorkspaceChoice,
} from './schemas.ts'
import { standingOf } from './standing.ts'

export interface AccountDeps {
  doors: Doors
  /** a host's choice: anybody may make an account and a workspace; only where mail is sent */
  openRegistration: boolean
  mailer: Mailer | null
  /** address of the page that links begin with; `null`: the one the request came to */
  publicUrl: string | null
  seal: Seal
  /** what the first account asks for; `null` where only people at this machine reach the server */
  setupCode: string | null
  plans: PlanSettings | null
}

/** Requests a minute from one address: a salon whose people all join at once stays below. */
const REGISTRATIONS = 10
const INVITATIONS = 60

const session = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, what they may do here, and whether accounts can be made',
  responses: answers(SessionAnswer, 'The session'),
})

const register = createRoute({
  method: 'post',
  path: '/registration',
  summary: 'Make the first account, which owns the workspace there is; signs in by cookie',
  request: { body: jsonBody(RegistrationBody) },
  responses: answers(ChosenAnswer, 'The new workspace'),
})

const choose = createRoute({
  method: 'post',
  path: '/session/workspace',
  summary: 'Look at another of the workspaces, or at the demo salon',
  request: { body: jsonBody(WorkspaceChoice) },
  responses: answers(ChosenAnswer, 'The workspace looked at now'),
})

const invitation = createRoute({
  method: 'get',
  path: '/invitations/{token}',
  summary: 'What an invitation is to',
  request: { params: TokenParam },
  responses: answers(InvitationAnswer, 'The invitation'),
})

const accept = createRoute({
  method: 'post',
  path: '/invitations/{token}/acceptance',
  summary: 'Become a member by an invitation, with the account signed in',
  request: { params: TokenParam },
  responses: answers(ChosenAnswer, 'The workspace joined'),
})

const registerByInvitation = createRoute({
  method: 'post',
  path: '/invitations/{token}/registration',
  summary: 'Make an account and become a member by an invitation; signs in by cookie',
  request: { params: TokenParam, body: jsonBody(AcceptanceBody) },
  responses: answers(ChosenAnswer, 'The workspace joined'),
})

/** Routes open to everybody: who am I, make an account, accept an invitation. */
export function sessionRoutes({ doors, openRegistration, mailer, setupCode, plans }: AccountDeps) {
  const { store, auth } = doors
  const open = routes()
  open.use('/registration', limitTries(store, 'registration', REGISTRATIONS))
  open.use('/invitations/*', limitTries(store, 'invitations', INVITATIONS))
  return open
    .openapi(session, async (c) => {
      const { headers } = c.req.raw
      const asked = await identify(doors, headers, askedWorkspace(c))
      // of a workspace that is not theirs: the page says so over the one they have
      const known = asked.workspaceId === null ? await identify(doors, headers) : asked
      const { user, actor, workspaceId, workspaces } = known
      const registration = await registrationOf(store, openRegistration)
      const answer = {
        user: user && {
          ...{ id: user.id, name: user.name, email: user.email },
          ...{ twoFactor: user.twoFactor, isHost: user.isHost },
        },
        actor: actor && {
          ...actor,
          locations: actor.locations && [...actor.locations],
          scopes: actor.scopes && [...actor.scopes],
        },
        workspaceId,
        demoWorkspaceId: doors.demoWorkspace,
        workspaces,
        registration,
        asksSetupCode: registration === 'first' && setupCode !== null,
        sendsMail: mailer !== null,
        ...(await standingOf(store, plans, workspaceId)),
      }
      return c.json(answer, 200)
    })
    .openapi(register, async (c) => {
      const { salon, setupCode: given, ...person } = c.req.valid('json')
      const registration = await registrationOf(store, openRegistration)
      if (registration === 'open') throw new AppError('registrationByMail')
      if (registration === 'first' && setupCode !== null && !sameSecret(given.toUpperCase(), setupCode)) {
        throw new AppError('setupCodeWrong')
      }
      const { workspaceId, headers } = await registerOwner(
        store,
        auth,
        { open: false, plans },
        { ...person, headers: believableHeaders(c) },
        salon,
      )
      passCookies(headers, c.res.headers)
      return c.json({ workspaceId }, 200)
    })
    .openapi(choose, async (c) => {
      const { user, workspaces } = await identify(doors, c.req.raw.headers)
      const { workspaceId } = c.req.valid('json')
      if (!user) throw new AppError('notSignedIn')
      const known = workspaceId === doors.demoWorkspace || workspaces.some(({ id }) => id === workspaceId)
      if (!known) throw new AppError('notFound')
      await chooseWorkspace(store, user.sessionId, workspaceId)
      return c.json({ workspaceId }, 200)
    })
    .openapi(invitation, async (c) => {
      const { workspaceName, email, rights } = await openInvitation(store, c.req.valid('param').token)
      return c.json({ workspaceName, email, role: rights.role }, 200)
    })
    .openapi(accept, async (c) => {
      const { token } = c.req.valid('param')
      const { user } = await identify(doors, c.req.raw.headers)
      if (!user) throw new AppError('notSignedIn')
      const workspaceId = await acceptInvitation(store, token, user)
      await chooseWorkspace(store, user.sessionId, workspaceId)
      return c.json({ workspaceId }, 200)
    })
    .openapi(registerByInvitation, async (c) => {
      const { token } = c.req.valid('param')
      // whoever may invite could else try out which addresses have accounts
      if (openRegistration) throw new AppError('registrationByMail')
      const { workspaceId, headers } = await registerInvited(store, auth, token, {
        ...c.req.valid('json'),
        headers: believableHeaders(c),
      })
      passCookies(headers, c.res.headers)
      return c.json({ workspaceId }, 200)
    })
}
