import { resolve } from 'node:path'
import { PLANS, type PlanSettings } from './plans.ts'
import { type Proxies, readProxies } from './proxies.ts'
import { readDatabaseUrl, readSecret } from './read-secret.ts'

/** What the environment may set; every value has a default that suits one salon on one machine. */
export interface Config {
  port: number
  host: string
  /** folder of the embedded database and of uploaded files */
  dataFolder: string
  /** PostgreSQL to use instead of the embedded database; `null` for the embedded one */
  databaseUrl: string | null
  openBrowser: boolean
  /** address people use, such as https://salon.example; `null`: whatever address a request came to */
  publicUrl: string | null
  /** signs cookies; `null`: a secret of the data folder */
  secret: string | null
  /** seals clients' contacts in the database; `null`: they stand there as they are */
  contactsKey: string | null
  /** anybody may make an account and a workspace, as on a host for many businesses */
  openRegistration: boolean
  /** mail server as smtp://user:password@host:port; `null`: no mail */
  smtpUrl: string | null
  /** how plans are sold, as on a host for many businesses; `null`: everything is on */
  plans: PlanSettings | null
  mailFrom: string
  /** largest visit file accepted, in bytes */
  maxUploadBytes: number
  /** of each user, key and stranger's address; 0: no limit */
  requestsPerMinute: number
  /** proxies whose word on where a request comes from is believed */
  proxies: Proxies
  /** webhooks may point into the server's own network */
  webhooksAllowPrivate: boolean
  /** gateways and mail servers of a workspace's channels may be in the server's own network */
  channelsAllowPrivate: boolean
  /** addresses to reach gateways by in place of their own, by provider */
  gateways: Record<string, string>
}

const GIB = 2 ** 30

/** Reads the settings; throws naming the variable when one is not what it should be. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    port: wholeNumber(env, 'PORT', 4600, 65_535),
    host: env.HOST || '127.0.0.1',
    dataFolder: resolve(env.COMEBACK_DATA || './data'),
    databaseUrl: readDatabaseUrl(env),
    openBrowser: !env.COMEBACK_NO_OPEN,
    publicUrl: env.COMEBACK_URL?.replace(/\/+$/, '') || null,
    secret: readSecret(env, 'COMEBACK_SECRET'),
    contactsKey: readSecret(env, 'COMEBACK_CONTACTS_KEY'),
    openRegistration: env.COMEBACK_REGISTRATION === 'open',
    smtpUrl: readSecret(env, 'COMEBACK_SMTP'),
    plans: env.COMEBACK_PLANS === 'on' ? readPlans(env) : null,
    mailFrom: env.COMEBACK_MAIL_FROM || 'Comeback <comeback@localhost>',
    maxUploadBytes: wholeNumber(env, 'COMEBACK_MAX_UPLOAD', 2 * GIB, Number.MAX_SAFE_INTEGER),
    requestsPerMinute: wholeNumber(env, 'COMEBACK_RATE_LIMIT', 600, 1_000_000),
    proxies: readProxies(env.COMEBACK_PROXIES ?? ''),
    webhooksAllowPrivate: env.COMEBACK_WEBHOOKS_PRIVATE === 'allow',
    channelsAllowPrivate: env.COMEBACK_CHANNELS_PRIVATE === 'allow',
    gateways: readGateways(env.COMEBACK_GATEWAYS ?? ''),
  }
}

function readPlans(env: NodeJS.ProcessEnv): PlanSettings {
  const name = env.COMEBACK_DEFAULT_PLAN || 'free'
  const defaultPlan = PLANS.find((plan) => plan === name)
  if (!defaultPlan) throw new Error(`COMEBACK_DEFAULT_PLAN=${name}: use ${PLANS.join(', ')}`)
  const trialDays = wholeNumber(env, 'COMEBACK_TRIAL_DAYS', 0, 3650) || null
  const contactUrl = env.COMEBACK_PLANS_URL || null
  if (contactUrl && !/^(https?:\/\/|mailto:)/.test(contactUrl)) {
    throw new Error(`COMEBACK_PLANS_URL=${contactUrl} is no address that begins with https: or mailto:`)
  }
  return { defaultPlan, trialDays, contactUrl }
}

/** `telegramBot=http://127.0.0.1:8081`, several parted by spaces. */
function readGateways(text: string): Record<string, string> {
  const pairs = text.split(/[\s,]+/).filter(Boolean)
  for (const pair of pairs) {
    if (!/^\w+=https?:\/\/\S+$/.test(pair))
      throw new Error(`COMEBACK_GATEWAYS: ${pair} is not provider=https://address`)
  }
  return Object.fromEntries(
    pairs.map((pair) => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1).replace(/\/+$/, '')]),
  )
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, max: number): number {
  const text = env[name]
  if (!text) return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(`${name}=${text} is not a whole number from 0 to ${max}`)
  }
  return value
}
