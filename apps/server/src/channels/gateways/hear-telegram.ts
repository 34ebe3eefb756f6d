import { sameSecret } from '../../http/same-secret.ts'
import { hookSecretOf } from '../connect-bot.ts'
import { type Hear, heard, momentOf } from '../heard.ts'
import { inside, jsonOf, textInside } from '../read-answer.ts'

// https://core.telegram.org/bots/api#setwebhook, https://core.telegram.org/bots/features#deep-linking

/** Messages to the salon's bot; the secret Telegram was given comes with each. */
export const hearTelegram: Hear = (request, { hookToken }) => {
  if (!sameSecret(request.header('x-telegram-bot-api-secret-token') ?? '', hookSecretOf(hookToken))) return 'refused'
  const message = inside(jsonOf(request.body), 'message')
  const chat = textInside(message, 'chat', 'id')
  const text = textInside(message, 'text')
  if (chat === '' || text === '' || textInside(message, 'chat', 'type') !== 'private') return heard()
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(text)
  if (start) {
    return heard({ starts: [{ chat, token: start[1] ?? '', language: textInside(message, 'from', 'language_code') }] })
  }
  const providerId = `${chat}:${textInside(message, 'message_id')}`
  return heard({ replies: [{ from: chat, text, providerId, at: momentOf(inside(message, 'date')) }] })
}
