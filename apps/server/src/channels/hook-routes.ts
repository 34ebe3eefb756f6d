import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { openScope, type Store } from '../database/index.ts'
import { sameSecret } from '../http/same-secret.ts'
import { findAccount } from './account.ts'
import { hearGateway } from './hear-gateway.ts'
import { SENDING_CHANNELS } from './providers.ts'
import type { OnDelivery } from './take-report.ts'

/** WhatsApp gathers what happened into one request, of up to 3 MB. */
const MOST_BYTES = 3 * 1024 * 1024
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface ChannelHookDeps {
  store: Store
  /** told of what became of a message, once or more often */
  onDelivery: OnDelivery
}

/**
 * Where gateways report deliveries and replies, outside of /api: nobody signs in here. An address has an unguessable
 * end for each account, and what comes must have the gateway's own signature where it has one. Nothing is told apart in
 * the answer to who knows neither.
 */
export function channelHookRoutes({ store, onDelivery }: ChannelHookDeps) {
  return new Hono()
    .use(bodyLimit({ maxSize: MOST_BYTES }))
    .on(['GET', 'POST'], '/:workspace/:channel/:token', async (c) => {
      const { workspace, channel: name, token } = c.req.param()
      const channel = SENDING_CHANNELS.find((each) => each === name)
      if (!channel || !UUID.test(workspace)) return c.text('', 404)
      const scope = openScope(store, workspace)
      const account = await findAccount(scope, channel)
      if (!account || !sameSecret(token, account.hookToken)) return c.text('', 404)
      const { search } = new URL(c.req.url)
      const request = {
        ...{ method: c.req.method, url: (account.hookUrl ?? c.req.url.replace(search, '')) + search },
        ...{
          query: new URLSearchParams(search),
          header: (each: string) => c.req.header(each),
          body: await c.req.text(),
        },
      }
      const answer = await hearGateway(scope, account, request, onDelivery)
      if (answer === null) return c.text('', 403)
      return c.body(answer, 200, {
        'content-type': answer.startsWith('<?xml') ? 'text/xml' : 'text/plain; charset=utf-8',
      })
    })
}
