import { createRoute } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { AppError } from '../errors.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import type { Doors } from './identify.ts'
import { isOperator } from './identify.ts'
import { addMember } from './members.ts'
import { dropResetLinks } from './one-time.ts'
import { OWNER, registerOwner, registrationOf, signUp, withStrength } from './register.ts'
import { AcceptanceBody, ChosenAnswer, Done, HostBody } from './schemas.ts'
import { sessions, users } from './tables.ts'

const create = createRoute({
  method: 'post',
  path: '/operator/users',
  summary: 'For the command line: make an owner of the workspace it works on',
  request: { body: { content: { 'application/json': { schema: AcceptanceBody } }, required: true } },
  responses: answers(ChosenAnswer, 'The workspace'),
})

const password = createRoute({
  method: 'post',
  path: '/operator/passwords',
  summary: 'For the command line: give somebody a new password and end their sessions',
  request: {
    body: {
      content: { 'application/json': { schema: AcceptanceBody.omit({ name: true }) } },
      required: true,
    },
  },
  responses: answers(Done, 'Set'),
})

const hosts = createRoute({
  method: 'post',
  path: '/operator/hosts',
  summary: 'For the command line: make somebody a host of this server, or no host any more',
  request: { body: { content: { 'application/json': { schema: HostBody } }, required: true } },
  responses: answers(Done, 'Done'),
})

/** Routes for who can read the data folder: the way back in when nobody can sign in. */
export function operatorRoutes(doors: Doors) {
  const { store, auth } = doors
  const operator = routes()
  operator.use('/operator/*', async (c, next) => {
    if (!isOperator(doors, c.req.raw.headers)) throw new AppError('notSignedIn')
    await next()
  })
  return operator
    .openapi(create, async (c) => {
      const person = { ...c.req.valid('json'), headers: new Headers() }
      if ((await registrationOf(store, false)) === 'first') {
        const { workspaceId } = await registerOwner(store, auth, { open: false, plans: null }, person, '')
        return c.json({ workspaceId }, 200)
      }
      const { userId } = await signUp(auth, person)
      const workspaceId = doors.operatorWorkspace
      await store.transaction(async ({ db }) => {
        await addMember({ db }, workspaceId, userId, OWNER)
        const event = { action: 'member.joined', subject: `member:${userId}`, details: { role: OWNER.role } } as const
        await recordAudit({ db, workspaceId }, { kind: 'commandLine' }, event)
      })
      return c.json({ workspaceId }, 200)
    })
    .openapi(hosts, async (c) => {
      const { email, isHost } = c.req.valid('json')
      const made = await store.db
        .update(users)
        .set({ isHost })
        .where(eq(users.email, email.toLowerCase()))
        .returning({ id: users.id })
      if (made.length === 0) throw new AppError('memberNotFound')
      return c.json({ done: true as const }, 200)
    })
    .openapi(password, async (c) => {
      const { email, password } = c.req.valid('json')
      const [user] = await store.db.select().from(users).where(eq(users.email, email.toLowerCase()))
      if (!user) throw new AppError('memberNotFound')
      const context = await auth.$context
      await context.internalAdapter.updatePassword(user.id, await context.password.hash(withStrength(password)))
      await dropResetLinks(store, user.id)
      await store.db.delete(sessions).where(eq(sessions.userId, user.id))
      return c.json({ done: true as const }, 200)
    })
}
