import { createRoute } from '@hono/zod-openapi'
import type { Store } from '../database/index.ts'
import { allow, assertAllowed } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import type { Mailer } from '../mail/index.ts'
import { canManage, canSeeMembers } from '../permissions.ts'
import { invitationMail } from './invitation-mail.ts'
import { invite, listInvitations, withdrawInvitation } from './invitations.ts'
import { changeMember, listMembers, removeMember, roleOf } from './members.ts'
import { Done, InvitationParam, InviteBody, InvitedAnswer, MembersAnswer, RightsBody, UserParam } from './schemas.ts'

export interface MemberDeps {
  store: Store
  mailer: Mailer | null
  /** address of the page that links begin with; `null`: the one the request came to */
  publicUrl: string | null
}

const list = createRoute({
  method: 'get',
  path: '/members',
  summary: 'People of the workspace, and links not used yet',
  middleware: allow(canSeeMembers),
  responses: answers(MembersAnswer, 'Members and invitations'),
})

const makeInvitation = createRoute({
  method: 'post',
  path: '/members/invitations',
  summary: 'Invite somebody by a link, sent by mail where the server can',
  middleware: allow(canSeeMembers),
  request: { body: { content: { 'application/json': { schema: InviteBody } }, required: true } },
  responses: answers(InvitedAnswer, 'The link'),
})

const withdraw = createRoute({
  method: 'delete',
  path: '/members/invitations/{id}',
  summary: 'Make a link useless',
  middleware: allow(canSeeMembers),
  request: { params: InvitationParam },
  responses: answers(Done, 'Withdrawn'),
})

const change = createRoute({
  method: 'patch',
  path: '/members/{userId}',
  summary: 'Change what a member may do',
  middleware: allow(canSeeMembers),
  request: {
    params: UserParam,
    body: { content: { 'application/json': { schema: RightsBody.partial() } }, required: true },
  },
  responses: answers(Done, 'Changed'),
})

const remove = createRoute({
  method: 'delete',
  path: '/members/{userId}',
  summary: 'Take a member out of the workspace',
  middleware: allow(canSeeMembers),
  request: { params: UserParam },
  responses: answers(Done, 'Removed'),
})

/** Routes of the workspace's people. */
export function memberRoutes({ store, mailer, publicUrl }: MemberDeps) {
  return routes()
    .openapi(list, async (c) => {
      const { workspaceId } = c.var.scope
      const members = await listMembers(store, workspaceId)
      return c.json({ members, invitations: await listInvitations(store, workspaceId) }, 200)
    })
    .openapi(makeInvitation, async (c) => {
      const { email, ...rights } = c.req.valid('json')
      assertAllowed(c.var.actor, (actor) => canManage(actor, rights.role))
      const { workspaceId } = c.var.scope
      const { id, token } = await invite(store, c.var.who, { workspaceId, email, ...rights })
      const link = `${publicUrl ?? new URL(c.req.url).origin}/invitation/${token}`
      if (mailer && email !== '') await mailer.send(invitationMail(email, link))
      return c.json({ id, link, mailed: mailer !== null && email !== '' }, 200)
    })
    .openapi(withdraw, async (c) => {
      await withdrawInvitation(store, c.var.who, c.var.scope.workspaceId, c.req.valid('param').id)
      return c.json({ done: true as const }, 200)
    })
    .openapi(change, async (c) => {
      const { userId } = c.req.valid('param')
      const rights = c.req.valid('json')
      const role = await roleOf(store, c.var.scope.workspaceId, userId)
      for (const each of [role, rights.role ?? role]) assertAllowed(c.var.actor, (actor) => canManage(actor, each))
      await changeMember(store, c.var.who, c.var.scope.workspaceId, userId, rights)
      return c.json({ done: true as const }, 200)
    })
    .openapi(remove, async (c) => {
      const { userId } = c.req.valid('param')
      const role = await roleOf(store, c.var.scope.workspaceId, userId)
      assertAllowed(c.var.actor, (actor) => canManage(actor, role))
      await removeMember(store, c.var.who, c.var.scope.workspaceId, userId)
      return c.json({ done: true as const }, 200)
    })
}
