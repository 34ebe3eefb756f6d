// Who carries messages and what each wants to know, for the server and for the page that asks for it.

export const SENDING_CHANNELS = ['email', 'sms', 'telegram', 'whatsapp', 'viber'] as const
export type SendingChannel = (typeof SENDING_CHANNELS)[number]

/** Something a provider wants to know. Secrets are sealed and never shown again. */
export interface Field {
  kind: 'text' | 'secret' | 'url' | 'long' | 'choice'
  required: boolean
  choices?: readonly string[]
  /** taken when nothing is given */
  otherwise?: string
}

export interface ProviderFacts {
  channel: SendingChannel
  fields: Readonly<Record<string, Field>>
  /** messages a second unless somebody says otherwise: what the gateway ordinarily takes */
  perSecond: number
  /** it reports deliveries or replies to our address */
  hasHook: boolean
  /** clients are reached by a chat they opened themselves, not by phone or e-mail */
  byChat: boolean
}

const text: Field = { kind: 'text', required: true }
const secret: Field = { kind: 'secret', required: true }
const optional = (field: Field): Field => ({ ...field, required: false })
const choice = (...choices: [string, ...string[]]): Field => ({
  kind: 'choice',
  required: true,
  choices,
  otherwise: choices[0],
})

export const PROVIDERS = {
  serverMail: {
    channel: 'email',
    fields: { senderName: optional(text), replyTo: optional(text) },
    ...{ perSecond: 10, hasHook: false, byChat: false },
  },
  smtp: {
    channel: 'email',
    fields: {
      host: text,
      port: { ...text, otherwise: '587' },
      security: choice('starttls', 'tls', 'none'),
      user: optional(text),
      password: optional(secret),
      from: text,
      senderName: optional(text),
      replyTo: optional(text),
    },
    ...{ perSecond: 10, hasHook: false, byChat: false },
  },
  turbosms: {
    channel: 'sms',
    fields: { token: secret, sender: text, hookSecret: optional(secret) },
    ...{ perSecond: 10, hasHook: true, byChat: false },
  },
  smsc: {
    channel: 'sms',
    fields: {
      site: choice('smsc.ua', 'smsc.kz', 'smscentre.com', 'smsc.ru'),
      login: text,
      password: secret,
      sender: optional(text),
      hookSecret: optional(secret),
    },
    ...{ perSecond: 10, hasHook: true, byChat: false },
  },
  twilio: {
    channel: 'sms',
    fields: { accountSid: text, authToken: secret, sender: text },
    ...{ perSecond: 1, hasHook: true, byChat: false },
  },
  genericSms: {
    channel: 'sms',
    fields: {
      method: choice('POST', 'GET'),
      url: { kind: 'url', required: true },
      headers: optional({ kind: 'long', required: false }),
      body: optional({ kind: 'long', required: false }),
      secret: optional(secret),
      sender: optional(text),
      idPath: optional(text),
      successPath: optional(text),
      successValue: optional(text),
    },
    ...{ perSecond: 5, hasHook: true, byChat: false },
  },
  telegramBot: {
    channel: 'telegram',
    fields: { token: secret },
    ...{ perSecond: 25, hasHook: true, byChat: true },
  },
  whatsappCloud: {
    channel: 'whatsapp',
    fields: {
      phoneNumberId: text,
      accessToken: secret,
      appSecret: secret,
      templateName: optional(text),
      templateLanguage: { ...optional(text), otherwise: 'uk' },
    },
    ...{ perSecond: 20, hasHook: true, byChat: false },
  },
  turbosmsViber: {
    channel: 'viber',
    fields: { token: secret, sender: text, hookSecret: optional(secret) },
    ...{ perSecond: 10, hasHook: true, byChat: false },
  },
  viberBot: {
    channel: 'viber',
    fields: { token: secret, senderName: text },
    ...{ perSecond: 10, hasHook: true, byChat: true },
  },
} as const satisfies Record<string, ProviderFacts>

export type Provider = keyof typeof PROVIDERS
export const PROVIDER_NAMES = Object.keys(PROVIDERS) as [Provider, ...Provider[]]

export const factsOf = (provider: Provider): ProviderFacts => PROVIDERS[provider]

/** Providers of a channel, in the order they are offered. */
export const providersOf = (channel: SendingChannel): Provider[] =>
  PROVIDER_NAMES.filter((provider) => PROVIDERS[provider].channel === channel)
