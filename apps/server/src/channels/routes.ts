import { createRoute, z } from '@hono/zod-openapi'
import { confirmedEmail } from '../accounts/index.ts'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { canManageChannels } from '../permissions.ts'
import { channelsConfig } from './configure.ts'
import { listChannels, shownAccount } from './list-channels.ts'
import { ChannelAnswer, ChannelBody, ChannelParam, ChannelsAnswer, OutcomeAnswer, TestBody } from './schemas.ts'
import { removeChannel, setUpChannel } from './set-up-channel.ts'
import { testChannel } from './test-channel.ts'

const middleware = allow(canManageChannels, 'winback')

const list = createRoute({
  method: 'get',
  path: '/channels',
  middleware,
  summary: 'How this workspace writes to clients: the channels that are set up, without their secrets',
  responses: answers(ChannelsAnswer, 'The channels'),
})

const setUp = createRoute({
  method: 'patch',
  path: '/channels/{channel}',
  middleware,
  summary: 'Set a channel up, change it, turn it off or on',
  request: {
    params: ChannelParam,
    body: jsonBody(ChannelBody),
  },
  responses: answers(ChannelAnswer, 'The channel as it is now'),
})

const remove = createRoute({
  method: 'delete',
  path: '/channels/{channel}',
  middleware,
  summary: 'Take a channel away with its credentials',
  request: { params: ChannelParam },
  responses: answers(z.object({ done: z.literal(true) }), 'Removed'),
})

const test = createRoute({
  method: 'post',
  path: '/channels/{channel}/test',
  middleware,
  summary: 'Send one message to an address of one’s own',
  request: {
    params: ChannelParam,
    body: jsonBody(TestBody),
  },
  responses: answers(OutcomeAnswer, 'How it went'),
})

/** Routes of the channels' settings. */
export function channelRoutes() {
  return routes()
    .openapi(list, async (c) => {
      const { smtpUrl, publicUrl } = channelsConfig()
      const channels = await listChannels(c.var.scope)
      const isReachable = publicUrl?.startsWith('https:') ?? false
      return c.json({ channels, hasServerMail: smtpUrl !== null, isReachable }, 200)
    })
    .openapi(setUp, async (c) => {
      const { channel } = c.req.valid('param')
      return c.json(shownAccount(await setUpChannel(c.var.scope, c.var.who, channel, c.req.valid('json'))), 200)
    })
    .openapi(remove, async (c) => {
      await removeChannel(c.var.scope, c.var.who, c.req.valid('param').channel)
      return c.json({ done: true as const }, 200)
    })
    .openapi(test, async (c) => {
      const { scope, who, userId } = c.var
      const by = { who, confirmedEmail: userId && (await confirmedEmail(scope, userId)) }
      const outcome = await testChannel(scope, by, c.req.valid('param').channel, c.req.valid('json'))
      const reason = outcome.kind === 'failed' ? outcome.reason : null
      return c.json({ kind: outcome.kind, reason, detail: outcome.kind === 'sent' ? '' : outcome.detail }, 200)
    })
}
