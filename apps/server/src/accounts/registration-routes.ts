import { createRoute } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { believableHeaders } from '../http/client-address.ts'
import { routes } from '../http/env.ts'
import { openInvitation } from './invitations.ts'
import { limitTries } from './limit-tries.ts'
import { passCookies } from './pass-cookies.ts'
import { registrationOf } from './register.ts'
import { finishRegistration, mailRegistrationLink, openRegistrationLink } from './registration-links.ts'
import { ChosenAnswer, Done, FinishBody, LinkTokenParam, RegistrantAnswer, RegistrantBody } from './schemas.ts'
import type { AccountDeps } from './session-routes.ts'

/** Requests a minute from one address. */
const MAILS = 10
const LINKS = 60

const ask = createRoute({
  method: 'post',
  path: '/registration-links',
  summary: 'Have a mail sent to finish making an account with; the answer is the same whether the address has one',
  request: { body: jsonBody(RegistrantBody) },
  responses: answers(Done, 'The mail is on its way'),
})

const read = createRoute({
  method: 'get',
  path: '/registration-links/{token}',
  summary: 'Whose the link of a mail is',
  request: { params: LinkTokenParam },
  responses: answers(RegistrantAnswer, 'The address, and the workspace it is invited to'),
})

const finish = createRoute({
  method: 'post',
  path: '/registration-links/{token}',
  summary: 'Make the account the link of a mail is for; signs in by cookie',
  request: { params: LinkTokenParam, body: jsonBody(FinishBody) },
  responses: answers(ChosenAnswer, 'The workspace'),
})

/** Routes to an account by mail, where anybody may make one. */
export function registrationRoutes({ doors, openRegistration, mailer, seal, plans }: AccountDeps) {
  const { store, auth } = doors
  const open = routes()
  open.use('/registration-links', limitTries(store, 'registration', MAILS))
  open.use('/registration-links/:token', limitTries(store, 'registrationLinks', LINKS))
  return open
    .openapi(ask, async (c) => {
      // the first comes by the page, with the code of the console
      const isOpen = openRegistration && mailer !== null && (await registrationOf(store, true)) === 'open'
      if (!isOpen) throw new AppError('registrationClosed')
      await mailRegistrationLink({ store, seal, mailer }, c.req.valid('json'))
      return c.json({ done: true as const }, 200)
    })
    .openapi(read, async (c) => {
      const { email, invitation } = openRegistrationLink(seal, c.req.valid('param').token)
      const workspaceName = invitation && (await openInvitation(store, invitation)).workspaceName
      return c.json({ email, workspaceName }, 200)
    })
    .openapi(finish, async (c) => {
      const { workspaceId, headers } = await finishRegistration(
        { store, auth, seal, plans, open: openRegistration },
        c.req.valid('param').token,
        { ...c.req.valid('json'), headers: believableHeaders(c) },
      )
      passCookies(headers, c.res.headers)
      return c.json({ workspaceId }, 200)
    })
}
