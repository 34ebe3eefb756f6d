import type { WorkspaceScope } from '../database/index.ts'
import { laterId } from '../later-id.ts'
import { log } from '../log/index.ts'
import type { OpenedAccount } from './account.ts'
import { answerIn, languageOf } from './answers-to-clients.ts'
import { linkChat } from './client-chats.ts'
import { hearGenericSms } from './gateways/hear-generic-sms.ts'
import { hearSmsc } from './gateways/hear-smsc.ts'
import { hearTelegram } from './gateways/hear-telegram.ts'
import { hearTurbosms } from './gateways/hear-turbosms.ts'
import { hearTwilio } from './gateways/hear-twilio.ts'
import { hearViber } from './gateways/hear-viber.ts'
import { hearWhatsapp } from './gateways/hear-whatsapp.ts'
import type { Hear, HookRequest, Start } from './heard.ts'
import { readBusiness, senderOf } from './open-sender.ts'
import type { Provider } from './providers.ts'
import { takeReply } from './take-reply.ts'
import { type OnDelivery, takeReport } from './take-report.ts'

const HEAR: Record<Provider, Hear | null> = {
  ...{ serverMail: null, smtp: null },
  ...{
    turbosms: hearTurbosms,
    turbosmsViber: hearTurbosms,
    smsc: hearSmsc,
    twilio: hearTwilio,
    genericSms: hearGenericSms,
  },
  ...{ telegramBot: hearTelegram, whatsappCloud: hearWhatsapp, viberBot: hearViber },
}

/** Those a client can be answered by without knowing whether the sender's name takes answers. */
const ANSWERS: Provider[] = ['twilio', 'telegramBot', 'whatsappCloud', 'viberBot']
const PATIENCE_MS = 8000

/** Does what a gateway tells; gives what it is to be answered, `null` when it is not the gateway that speaks. */
export async function hearGateway(
  scope: WorkspaceScope,
  account: OpenedAccount,
  request: HookRequest,
  onDelivery: OnDelivery,
): Promise<string | null> {
  const heard = HEAR[account.provider]?.(request, account) ?? 'refused'
  if (heard === 'refused') return null
  const { channel } = account
  for (const report of heard.reports) await takeReport(scope, { channel, ...report }, onDelivery)
  const { name, country } = await readBusiness(scope)
  for (const reply of heard.replies) {
    const hasStopped = await takeReply(scope, account, reply)
    if (hasStopped)
      await tell(account, name, reply.from, answerIn(languageOf(reply.text, '', country), 'stopped', name))
  }
  for (const start of heard.starts) await welcome(scope, account, start, { name, country })
  return heard.answer
}

async function welcome(
  scope: WorkspaceScope,
  account: OpenedAccount,
  { chat, token, language }: Start,
  { name, country }: { name: string; country: string },
) {
  const what = token === '' ? 'alone' : (await linkChat(scope, account.channel, token, chat)) ? 'linked' : 'expired'
  await tell(account, name, chat, answerIn(languageOf('', language, country), what, name, chat))
}

/** Answers a client, if it works: what they asked for is done all the same. */
async function tell(account: OpenedAccount, business: string, to: string, text: string) {
  if (!ANSWERS.includes(account.provider)) return
  // what is said to who just wrote is no template
  const values = { ...account.values, templateName: '' }
  const sender = senderOf({ ...account, values }, business)
  const message = { id: laterId(), to, text, subject: null, unsubscribeUrl: null, template: null }
  const outcome = await sender.send(message, AbortSignal.timeout(PATIENCE_MS))
  if (outcome.kind !== 'sent')
    log.warn('a client could not be answered', { channel: account.channel, detail: outcome.detail })
  await sender.close()
}
