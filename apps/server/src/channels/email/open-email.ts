import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { OpenedAccount } from '../account.ts'
import { channelsConfig } from '../configure.ts'
import { failed, type OutgoingMessage, type Sender } from '../sender.ts'
import { emailHtml } from './email-html.ts'
import { publicSocket } from './public-socket.ts'
import { smtpOutcome } from './smtp-outcome.ts'

const PATIENCE = 20_000
const AT_ONCE = 8

/** Words of the link below a marketing e-mail, by the language of its text. */
const UNSUBSCRIBE = { uk: 'Відписатися', ru: 'Отписаться', en: 'Unsubscribe' }

/** E-mail by the workspace's own mail server or the one of this server's operator. */
export function openEmail({ provider, values }: OpenedAccount, business: string): Sender {
  const { smtpUrl, mailFrom, allowPrivate } = channelsConfig()
  const begun = new Map<string, Readable>()
  const transport = createTransport({
    ...{ pool: true, maxConnections: AT_ONCE, maxMessages: Number.POSITIVE_INFINITY, maxRequeues: 1 },
    ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    ...(provider === 'serverMail' ? { url: smtpUrl ?? '' } : ownServer(values, allowPrivate)),
  })
  // the only way to know whether a message had begun to leave when the connection broke
  transport.use('stream', (mail, done) => {
    const create = mail.message.createReadStream.bind(mail.message)
    mail.message.createReadStream = (options) => {
      const stream = create(options)
      const reference = mail.data.headers
      if (reference && REFERENCE in reference) begun.set(String(reference[REFERENCE as never]), stream)
      return stream
    }
    done()
  })
  return {
    channel: 'email',
    async send(message, signal) {
      if (signal.aborted) return failed('unavailable', 'stopped before it was sent', { final: false })
      try {
        const mail = mailOf(message, business, {
          ...values,
          from: provider === 'serverMail' ? mailFrom : (values.from ?? ''),
        })
        const { messageId } = await transport.sendMail({ ...mail, ...({ signal } as object) })
        return { kind: 'sent', providerId: messageId }
      } catch (error) {
        return smtpOutcome(error, begun.get(message.id)?.readableDidRead === true)
      } finally {
        begun.delete(message.id)
      }
    },
    async close() {
      transport.close()
    },
  }
}

const REFERENCE = 'x-comeback-message'

function ownServer({ host, port, security, user, password }: Record<string, string>, allowPrivate: boolean) {
  return {
    host: host ?? '',
    port: Number(port ?? 587),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    ...(allowPrivate ? {} : { getSocket: publicSocket }),
  }
}

function mailOf(message: OutgoingMessage, business: string, values: Record<string, string>) {
  const { id, to, subject, text, unsubscribeUrl } = message
  const { from = '', senderName, replyTo } = values
  const language = /[іїєґ]/i.test(text) ? 'uk' : /[а-яё]/i.test(text) ? 'ru' : 'en'
  const words = UNSUBSCRIBE[language]
  const foot = [business, ...(unsubscribeUrl ? [`${words}: ${unsubscribeUrl}`] : [])].filter(Boolean)
  const name = senderName || business
  return {
    from: name === '' ? from : { name, address: /<([^>]+)>/.exec(from)?.[1] ?? from },
    to: { name: '', address: to },
    ...(replyTo && { replyTo }),
    subject: subject ?? business,
    text: `${text.trim()}\n\n-- \n${foot.join('\n')}\n`,
    html: emailHtml(text, business, unsubscribeUrl === null ? null : { url: unsubscribeUrl, words }),
    // Cyrillic takes half the bytes it would as quoted-printable
    textEncoding: 'base64' as const,
    headers: {
      [REFERENCE]: id,
      // RFC 2369 and RFC 8058: mail programs show a button, and press it without asking anybody
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}
