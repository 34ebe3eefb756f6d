import { createHash } from 'node:crypto'
import type { OpenedAccount } from './account.ts'
import { openGateway } from './call-gateway.ts'
import { channelsConfig } from './configure.ts'
import { TELEGRAM } from './gateways/telegram.ts'
import { VIBER } from './gateways/viber.ts'
import { inside, jsonOf, textInside } from './read-answer.ts'

/** What a messenger tells of a bot: its name for people, and the address chats with it begin at. */
interface Bot {
  botName: string
  botLink: string
}

/** What Telegram sends along with every update, so that nobody else can send one. */
export const hookSecretOf = (hookToken: string): string =>
  createHash('sha256').update(`hook ${hookToken}`).digest('hex')

/** Asks a messenger who the bot is and has it report to this server, where it can be reached. Never throws. */
export async function connectBot(account: OpenedAccount): Promise<Bot | { error: string }> {
  const { gateways, allowPrivate } = channelsConfig()
  const given = gateways[account.provider]
  const gateway = openGateway({ allowPrivate: allowPrivate || given !== undefined })
  const post = async (url: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await gateway.call(
      { method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
      AbortSignal.timeout(15_000),
    )
    return answer.kind === 'answered'
      ? jsonOf(answer.body)
      : { description: answer.detail, status_message: answer.detail }
  }
  try {
    return await (account.provider === 'viberBot'
      ? connectViber(account, given ?? VIBER, post)
      : connectTelegram(account, given ?? TELEGRAM, post))
  } finally {
    gateway.close()
  }
}

type Post = (url: string, body: object, headers?: Record<string, string>) => Promise<unknown>

/** Messengers call https addresses only. */
const reachable = ({ hookUrl }: OpenedAccount) => (hookUrl?.startsWith('https:') ? hookUrl : null)

async function connectTelegram(account: OpenedAccount, address: string, post: Post): Promise<Bot | { error: string }> {
  const bot = `${address}/bot${account.values.token ?? ''}`
  const me = await post(`${bot}/getMe`, {})
  const name = textInside(me, 'result', 'username')
  if (inside(me, 'ok') !== true || name === '')
    return { error: textInside(me, 'description') || 'Telegram did not answer' }
  const url = reachable(account)
  if (url) {
    const hook = { url, secret_token: hookSecretOf(account.hookToken), allowed_updates: ['message'] }
    const set = await post(`${bot}/setWebhook`, hook)
    if (inside(set, 'ok') !== true) return { error: textInside(set, 'description') || 'Telegram did not answer' }
  }
  return { botName: `@${name}`, botLink: `https://t.me/${name}` }
}

async function connectViber(account: OpenedAccount, address: string, post: Post): Promise<Bot | { error: string }> {
  const token = { 'x-viber-auth-token': account.values.token ?? '' }
  const me = await post(`${address}/pa/get_account_info`, {}, token)
  const uri = textInside(me, 'uri')
  if (textInside(me, 'status') !== '0' || uri === '') {
    return { error: textInside(me, 'status_message') || 'Viber did not answer' }
  }
  const url = reachable(account)
  if (url) {
    const events = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started']
    const set = await post(`${address}/pa/set_webhook`, { url, event_types: events, send_name: false }, token)
    if (textInside(set, 'status') !== '0') return { error: textInside(set, 'status_message') || 'Viber did not answer' }
  }
  return { botName: textInside(me, 'name') || uri, botLink: `viber://pa?chatURI=${encodeURIComponent(uri)}` }
}
