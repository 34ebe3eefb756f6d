import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { campaignPorts, startCampaigns } from '../campaigns/index.ts'
import { configureChannels } from '../channels/index.ts'
import { type DriverStore, openScope } from '../database/index.ts'
import { createRateLimits } from '../http/rate-limits.ts'
import { createSeal } from '../http/seal.ts'
import { connectionFrom } from '../http/testing.ts'
import { startImports } from '../imports/index.ts'
import type { Mail, Mailer } from '../mail/index.ts'
import { openOperations } from '../operations/index.ts'
import type { PlanSettings } from '../plans.ts'
import { readProxies } from '../proxies.ts'
import { ColumnsCache } from '../reports/columns.ts'
import { startWebhooks } from '../webhooks/index.ts'
import { type DemoUse, openWorkspaces } from '../workspaces.ts'
import { createAuth } from './auth.ts'

const SECRET = 's'.repeat(40)
export const OPERATOR_TOKEN = 'token-of-the-operator'

export interface Door {
  /** sends a request as this visitor, keeping the cookies it is given; a body of text goes as it is */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown): Promise<Reply>
}

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as a page would
  body: any
  headers: Headers
}

export interface OpenOptions {
  demo: DemoUse
  openRegistration: boolean
  publicUrl: string | null
  setupCode: string | null
  plans: PlanSettings | null
  /** 0, as by default: no limit */
  requestsPerMinute: number
  /** as in COMEBACK_PROXIES; by default none is believed */
  proxies: string
  webhooksAllowPrivate: boolean
  /** addresses of gateways in place of their own, which are never called in tests */
  gateways: Record<string, string>
  /** of the server's own mail */
  smtpUrl: string | null
  /** `null`: none; by default one that keeps its mails */
  mailer: Mailer | null
}

/** The whole app on a store, as a server on an empty data folder has it. Close it before the store. */
export async function openApp(store: DriverStore, options: Partial<OpenOptions> = {}) {
  const mails: Mail[] = []
  const {
    demo = 'never',
    openRegistration = false,
    publicUrl = null,
    setupCode = null,
    plans = null,
    requestsPerMinute = 0,
    proxies = '',
    webhooksAllowPrivate = false,
    gateways = {},
    smtpUrl = null,
    mailer = keeping(mails),
  } = options
  configureChannels({ allowPrivate: true, gateways, smtpUrl, mailFrom: 'Comeback <comeback@salon.test>', publicUrl })
  const dataFolder = mkdtempSync(join(tmpdir(), 'comeback-accounts-'))
  const cache = new ColumnsCache()
  const workspaces = await openWorkspaces(store, cache, demo)
  const webhooks = await startWebhooks(store, { webhooksAllowPrivate, plans })
  const imports = await startImports(store, { dataFolder, maxUploadBytes: 1 << 20 }, webhooks.announce)
  const campaigns = await startCampaigns(store, cache, campaignPorts)
  const doors = {
    store,
    auth: createAuth(store, { secret: SECRET, publicUrl, mailer }),
    operatorToken: OPERATOR_TOKEN,
    operatorWorkspace: workspaces.own.workspaceId,
    demoWorkspace: workspaces.demo?.workspaceId ?? null,
  }
  const app = createApp({
    ...imports,
    ...webhooks,
    ...campaigns,
    ...{
      store,
      doors,
      seal: createSeal(SECRET),
      rateLimits: createRateLimits(requestsPerMinute),
      cache,
      mailer,
      operations: openOperations(store, { dataFolder }, cache, OPERATOR_TOKEN),
      publicUrl,
      proxies: readProxies(proxies),
      pageFolder: dataFolder,
    },
    ...{ openRegistration, setupCode, plans },
  })
  const close = async () => {
    await campaigns.stop()
    await imports.stop()
    await webhooks.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const open = (address?: string) => visitor((request) => app.fetch(request, connectionFrom(address)))
  const scopeOf = (workspaceId: string) => openScope(store, workspaceId)
  /** makes an account by the link of a mail: with a workspace of their own, or by an invitation */
  const register = async (door: Door, { email, ...person }: NewPerson, invitation: string | null = null) => {
    // everybody from an address of their own: mails are counted by it
    const asking = open(`203.0.113.${mails.length % 256}`)
    await asking.post('/registration-links', { email, invitation })
    const link = mails.findLast(({ to, text }) => to === email && text.includes('/register?token='))
    return await door.post(`/registration-links/${/token=([\w-]+)/.exec(link?.text ?? '')?.[1]}`, person)
  }
  return {
    visitor: open,
    ...{ app, cache, mails, workspaces, close, scopeOf, register },
  }
}

interface NewPerson {
  name: string
  email: string
  password: string
  salon?: string
}

const keeping = (mails: Mail[]): Mailer => ({ send: async (mail) => void mails.push(mail) })

/** Somebody with a browser of their own. */
function visitor(fetch: (request: Request) => Response | Promise<Response>): Door {
  const cookies = new Map<string, string>()
  const call: Door['call'] = async (method, path, body, headers = {}) => {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(
      new Request(`http://salon.test/api${path}`, {
        method,
        headers: {
          ...(text === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          origin: 'http://salon.test',
          ...headers,
        },
        body: text,
      }),
    )
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      cookies.set(name!, value!)
    }
    const answer = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(answer) : answer, headers: response.headers }
  }
  return { call, get: (path) => call('GET', path), post: (path, body = {}) => call('POST', path, body) }
}
