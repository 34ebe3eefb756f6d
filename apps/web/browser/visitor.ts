import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Stage } from './stage.ts'

const ARTIFACTS = join(import.meta.dirname, '../../../artifacts')

export const SCREENS = {
  desktop: { width: 1360, height: 900 },
  phone: { width: 360, height: 800 },
} as const
export type Screen = keyof typeof SCREENS

export const LOCALES = { uk: 'uk-UA', ru: 'ru-RU', en: 'en-GB' } as const
export type Language = keyof typeof LOCALES

/** Someone looking at the page: on which screen, in which language, and what the page complained of meanwhile. */
export interface Visitor {
  page: Page
  context: BrowserContext
  /** keeps a picture and checks that nothing hangs over the edge and nothing was complained of */
  look: (name: string) => Promise<void>
}

export type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** @param state cookies of somebody signed in, see {@link signUp}; a stranger's without */
export async function visit(
  { browser, server: { url } }: Stage,
  screen: Screen,
  language: Language,
  state?: State,
): Promise<Visitor> {
  const context = await contextFor(browser, url, screen, language, state)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(20_000)
  const look = async (name: string) => {
    await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'))
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
    await mkdir(ARTIFACTS, { recursive: true })
    await page.screenshot({ path: join(ARTIFACTS, `${name}-${screen}-${language}.png`) })
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overhang, `${name}: pixels beyond the right edge`).toBeLessThanOrEqual(0)
    expect(complaints, `${name}: complaints in the console`).toEqual([])
  }
  return { page, context, look }
}

const contexts = new Map<string, BrowserContext>()

/** One for all visits of a test file that are alike: the page's files need not be fetched and compiled again. */
async function contextFor(browser: Browser, url: string, screen: Screen, language: Language, state?: State) {
  const key = JSON.stringify([url, screen, language, state])
  const known = contexts.get(key)
  if (known) return known
  const context = await browser.newContext({
    baseURL: url,
    viewport: SCREENS[screen],
    locale: LOCALES[language],
    acceptDownloads: true,
    reducedMotion: 'reduce',
    ...(state ? { storageState: state } : {}),
  })
  contexts.set(key, context)
  context.on('close', () => contexts.delete(key))
  return context
}

const OWNER = { email: 'olena@salon.test', password: 'дуже довгий пароль' }

/** Makes the first owner of a server; gives the cookies they are signed in with. */
export function signUp({ browser, server: { url } }: Stage): Promise<State> {
  return enter(browser, url, '/api/registration', { salon: 'Салон на Подолі', name: 'Олена', ...OWNER })
}

/** Signs the owner in once more. */
export function signIn({ browser, server: { url } }: Stage): Promise<State> {
  return enter(browser, url, '/api/auth/sign-in/email', OWNER)
}

async function enter(browser: Browser, url: string, door: string, data: object): Promise<State> {
  const context = await browser.newContext({ baseURL: url })
  const answer = await context.request.post(door, { data, headers: { origin: url } })
  expect(answer.status()).toBe(200)
  const state = await context.storageState()
  await context.close()
  return state
}
