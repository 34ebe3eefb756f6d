import { spawn } from 'node:child_process'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createAuth, registrationOf } from './accounts/index.ts'
import { createApp } from './app.ts'
import { startAutomations } from './automations/index.ts'
import { startExpiring } from './bonuses/index.ts'
import { campaignPorts, startCampaigns } from './campaigns/index.ts'
import { configureChannels } from './channels/index.ts'
import { type Config, readConfig } from './config.ts'
import { type OpenStore, openStore } from './database/index.ts'
import { folderSecret } from './folder-secret.ts'
import { startForgetting } from './forget-old.ts'
import { createRateLimits } from './http/rate-limits.ts'
import { createSeal } from './http/seal.ts'
import { startImports } from './imports/index.ts'
import { log } from './log/index.ts'
import { createMailer } from './mail/index.ts'
import { limitWaiting, type Operations, openOperations, SERVER_TIMEOUTS, stopServing } from './operations/index.ts'
import { setPageAddress } from './page-address.ts'
import { startRetention, unlockContacts } from './privacy/index.ts'
import { ColumnsCache } from './reports/columns.ts'
import { setupCodeFor } from './setup-code.ts'
import { startWebhooks } from './webhooks/index.ts'
import { noteClock, waitingWorkspaces } from './workspace/index.ts'
import { type DemoUse, openWorkspaces } from './workspaces.ts'

export interface RunningApp {
  url: string
  /** what the first account asks for; `null` when there is one, or nobody elsewhere can reach the server */
  setupCode: string | null
  close(): Promise<void>
}

export interface ServerOptions {
  /** default `ifEmpty` */
  demo?: DemoUse
  /** instead of the settings' */
  port?: number
  openBrowser?: boolean
}

const PAGE_FOLDER = join(import.meta.dirname, '../../web/dist')

/** Opens the database, goes on with what a crash interrupted, and serves until `close`. */
export async function startServer({ demo = 'ifEmpty', ...options }: ServerOptions = {}): Promise<RunningApp> {
  const config = { ...readConfig(), ...options }
  configureChannels({ ...config, allowPrivate: config.channelsAllowPrivate })
  const opened = await openStore(config)
  const store = await unlockContacts(opened, config.contactsKey).catch(async (error: unknown) => {
    await opened.close()
    throw error
  })
  try {
    await noteClock(store)
    await tellWhoWaits(store)
    const cache = new ColumnsCache()
    const workspaces = await openWorkspaces(store, cache, demo)
    const webhooks = await startWebhooks(store, config)
    // messages that wait may leave before the server listens
    setPageAddress(config.publicUrl ?? `http://${config.host}:${config.port}`)
    const campaigns = await startCampaigns(store, cache, campaignPorts)
    const automated = { ...campaigns.campaigns, cache }
    const automations = startAutomations(store, automated, config.plans)
    const imports = await startImports(store, config, webhooks.announce)
    const operatorToken = folderSecret(config.dataFolder, 'operator-token')
    const operations = openOperations(store, config, cache, operatorToken)
    const mailer = config.smtpUrl ? createMailer(config.smtpUrl, config.mailFrom) : null
    const secret = config.secret ?? folderSecret(config.dataFolder, 'cookie-secret')
    const doors = {
      store,
      auth: createAuth(store, { secret, publicUrl: config.publicUrl, mailer }),
      operatorToken,
      operatorWorkspace: workspaces.own.workspaceId,
      demoWorkspace: workspaces.demo?.workspaceId ?? null,
    }
    const setupCode = (await registrationOf(store, false)) === 'first' ? setupCodeFor(config) : null
    const app = createApp({
      ...imports,
      ...webhooks,
      ...campaigns,
      ...{ seal: createSeal(secret), rateLimits: createRateLimits(config.requestsPerMinute) },
      ...{
        proxies: config.proxies,
        store,
        doors,
        cache,
        operations,
        mailer,
        publicUrl: config.publicUrl,
        pageFolder: PAGE_FOLDER,
      },
      ...{ openRegistration: opensRegistration(config), setupCode, plans: config.plans },
    })
    const stopForgetting = startForgetting(store, [webhooks, campaigns])
    const { server, url } = await listen(app.fetch, config.host, config.port)
    store.announce(url)
    setPageAddress(config.publicUrl ?? url)
    const stopRetention = startRetention(store, imports)
    const stopExpiring = startExpiring(store)
    if (config.openBrowser && process.stdout.isTTY) openBrowser(url)
    return {
      url,
      setupCode,
      close: async () => {
        stopForgetting()
        await stopRetention()
        await stopExpiring()
        await close(server, operations, [imports, automations, campaigns, webhooks], store)
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function tellWhoWaits({ db }: OpenStore) {
  const waiting = await waitingWorkspaces(db)
  const copies = waiting.filter(({ restoredAt }) => restoredAt !== null).length
  if (copies > 0) {
    log.warn('restored from a backup: nothing is sent until an owner says go on the page, or `comeback go`', { copies })
  }
  if (copies < waiting.length) {
    log.warn('the date is in doubt: nothing ends by date until an owner confirms it on the page, or `comeback go`')
  }
}

/** Addresses are confirmed by mail, so without mail nobody may make an account alone. */
function opensRegistration({ openRegistration, smtpUrl }: Config): boolean {
  if (!openRegistration || smtpUrl !== null) return openRegistration
  log.warn('COMEBACK_REGISTRATION=open needs COMEBACK_SMTP: accounts are made by invitation only')
  return false
}

/** Answers what has come in, stops work after its running step, and lets go of the data folder. */
async function close(server: Server, operations: Operations, work: { stop(): Promise<void> }[], store: OpenStore) {
  await stopServing(server, operations)
  for (const each of work) await each.stop()
  operations.metrics.close()
  await store.close()
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listen(fetch: Fetch, hostname: string, port: number) {
  return new Promise<{ server: Server; url: string }>((resolve, reject) => {
    const server = serve({ fetch, hostname, port, serverOptions: SERVER_TIMEOUTS }, (address) => {
      const host = hostname.includes(':') ? `[${hostname}]` : hostname
      resolve({ server: server as Server, url: `http://${host}:${address.port}` })
    })
    limitWaiting(server as Server)
    server.on('error', reject)
  })
}

/** A convenience: where there is no browser to open, the printed address is enough. */
function openBrowser(url: string) {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
