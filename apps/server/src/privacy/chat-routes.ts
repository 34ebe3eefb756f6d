import { createRoute, z } from '@hono/zod-openapi'
import { inviteToChat, listChats, unlinkChat } from '../channels/index.ts'
import { allow } from '../http/allow.ts'
import { answers } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canKeepConsents } from '../permissions.ts'
import type { ColumnsCache } from '../reports/columns.ts'
import { assertSeesClient } from './client-of.ts'
import { ClientParam } from './schemas.ts'

const channel = z.enum(['telegram', 'viber'])
const ChatParam = ClientParam.extend({ channel })
const middleware = allow(canKeepConsents, 'winback')

const ChatsAnswer = z
  .object({
    chats: z.array(
      z.object({
        channel,
        linkedAt: z.iso
          .datetime()
          .nullable()
          .openapi({ description: 'Since when there is a chat; null: there is none' }),
      }),
    ),
  })
  .openapi('ClientChats')

const list = createRoute({
  method: 'get',
  path: '/clients/{id}/chats',
  middleware,
  summary: 'The salon’s bots, and since when a client has a chat with each',
  request: { params: ClientParam },
  responses: answers(ChatsAnswer, 'The chats'),
})

const invite = createRoute({
  method: 'post',
  path: '/clients/{id}/chats/{channel}',
  middleware,
  summary: 'A link for a client to open a chat with the salon’s bot by, good once and for 30 days',
  request: { params: ChatParam },
  responses: answers(z.object({ url: z.string(), expiresAt: z.iso.datetime() }), 'The link'),
})

const unlink = createRoute({
  method: 'delete',
  path: '/clients/{id}/chats/{channel}',
  middleware,
  summary: 'Forget the chat of a client, as when somebody else opened it',
  request: { params: ChatParam },
  responses: answers(ChatsAnswer, 'The chats as they are now'),
})

/** Routes of the chats clients open with the salon's bots. */
export function chatRoutes(cache: ColumnsCache) {
  const chatsOf = async (scope: Parameters<typeof listChats>[0], id: number) => ({
    chats: (await listChats(scope, id)).flatMap(({ channel: each, linkedAt }) => {
      const known = channel.safeParse(each).data
      return known ? [{ channel: known, linkedAt: linkedAt?.toISOString() ?? null }] : []
    }),
  })
  return routes()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param')
      await assertSeesClient(c, cache, id)
      return c.json(await chatsOf(c.var.scope, id), 200)
    })
    .openapi(invite, async (c) => {
      const { id, channel } = c.req.valid('param')
      await assertSeesClient(c, cache, id)
      const { url, expiresAt } = await inviteToChat(c.var.scope, channel, id)
      return c.json({ url, expiresAt: expiresAt.toISOString() }, 200)
    })
    .openapi(unlink, async (c) => {
      const { id, channel } = c.req.valid('param')
      await assertSeesClient(c, cache, id)
      await unlinkChat(c.var.scope, channel, id)
      return c.json(await chatsOf(c.var.scope, id), 200)
    })
}
