import { createRoute, z } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { cutPage, nextPage, PageParams, pageFields, readCursor } from '../http/paging.ts'
import { rowIdParam } from '../http/row-id.ts'
import { type Actor, canSeeContacts, canSeeReplies, canWorkCalls } from '../permissions.ts'
import { countUnread, type FoundReply, listReplies, markReplies } from './list-replies.ts'
import { SENDING_CHANNELS } from './providers.ts'

const seeing = allow(canSeeReplies, 'winback')
const MOST = 1000

const RepliesAnswer = z
  .object({
    unread: z.number().int().openapi({ description: 'Of all of them, how many nobody has read yet' }),
    replies: z.array(
      z.object({
        id: z.uuid(),
        channel: z.enum(SENDING_CHANNELS),
        clientId: z.number().int().nullable().openapi({ description: 'null: the address is nobody’s in the book' }),
        name: z.string(),
        from: z.string().openapi({ description: 'The phone or chat they wrote from' }),
        text: z.string(),
        isStop: z.boolean().openapi({ description: 'It asked for no more marketing by this channel, and gets none' }),
        at: z.iso.datetime(),
        isRead: z.boolean(),
      }),
    ),
    ...pageFields,
  })
  .openapi('Replies')

const list = createRoute({
  method: 'get',
  path: '/replies',
  middleware: seeing,
  summary: 'What clients wrote back, the latest first',
  request: {
    query: PageParams.extend({
      clientId: rowIdParam.optional(),
      show: z.enum(['all', 'unread']).default('all'),
    }),
  },
  responses: answers(RepliesAnswer, 'A page of replies'),
})

const counted = createRoute({
  method: 'get',
  path: '/replies/count',
  middleware: seeing,
  summary: 'How many replies nobody has read yet',
  responses: answers(z.object({ unread: z.number().int() }).openapi('ReplyCount'), 'The count'),
})

const mark = createRoute({
  method: 'post',
  path: '/replies/read',
  middleware: allow(canWorkCalls, 'winback'),
  summary: 'Note that replies have been read, or have not after all',
  request: {
    body: jsonBody(
      z
        .object({
          ids: z.array(z.uuid()).max(MOST).nullable().openapi({ description: 'null: all of them' }),
          isRead: z.boolean(),
        })
        .openapi('RepliesRead'),
    ),
  },
  responses: answers(z.object({ unread: z.number().int() }).openapi('ReplyCount'), 'How many are left'),
})

const Place = z.object({ at: z.iso.datetime(), id: z.uuid() })

/** Routes of what clients wrote back. */
export function replyRoutes() {
  return routes()
    .openapi(list, async (c) => {
      const { clientId = null, show, limit } = c.req.valid('query')
      const asked = { clientId, unreadOnly: show === 'unread', after: readCursor(c, Place), limit: limit + 1 }
      const { rows, last } = cutPage(await listReplies(c.var.scope, asked), limit)
      const replies = rows.map((reply) => replyJson(reply, c.var.actor))
      const next = nextPage(c, last && { at: last.at.toISOString(), id: last.id })
      return c.json({ unread: await countUnread(c.var.scope), replies, next }, 200)
    })
    .openapi(counted, async (c) => c.json({ unread: await countUnread(c.var.scope) }, 200))
    .openapi(mark, async (c) => {
      const { ids, isRead } = c.req.valid('json')
      await markReplies(c.var.scope, ids, isRead)
      return c.json({ unread: await countUnread(c.var.scope) }, 200)
    })
}

/** A program without the scope for contacts learns that somebody wrote, not who and what. */
function replyJson({ id, channel, clientId, isStop, at, readAt, ...said }: FoundReply, actor: Actor) {
  const { clientName: name, address: from, text } = said
  const seen = canSeeContacts(actor) ? { name, from, text } : { name: '', from: '', text: '' }
  return { id, channel, clientId, ...seen, isStop, at: at.toISOString(), isRead: readAt !== null }
}
