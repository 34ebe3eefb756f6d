import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUES } from '../src/i18n/catalogue.ts'
import { LANGUAGES } from '../src/i18n/languages.ts'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { signIn, signUp, visit } from './visitor.ts'

const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.12.2025 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.12.2025 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
05.01.2026 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.02.2026 10:00;Інна Бойко;+380671234503;Марта;Стрижка;700
`
const REPORT = '/retention?base=2025-12&return=next&tab=staff'

let server: SalonServer
let browser: Browser

beforeAll(async () => {
  server = await startSalonServer()
  browser = await launchChromium()
  await server.importFile(VISITS)
  await signUp({ browser, server })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Everything the page has put aside on the device. */
const keptTexts = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept-'))
    const texts = names.map(async (name) => {
      const cache = await caches.open(name)
      const kept = (await cache.keys()).map(
        async (request) => `${request.url} ${await (await cache.match(request))!.text()}`,
      )
      return Promise.all(kept)
    })
    return (await Promise.all(texts)).flat()
  })

/** COMEBACK_WALKS=all: in every language. */
const WALKED = process.env.COMEBACK_WALKS === 'all' ? LANGUAGES : LANGUAGES.slice(0, 1)

test.each(WALKED)(
  'in %s the last report opens without a connection; signing out leaves nothing',
  async (language) => {
    const words = CATALOGUES[language]
    const noConnection = words.phone.offline.split('{{')[0]!
    const { page, context, look } = await visit(
      { browser, server },
      'phone',
      language,
      await signIn({ browser, server }),
    )
    await page.goto('/clients')
    await page.getByText('+380671234503').waitFor()
    await page.goto(REPORT)
    const rate = page
      .locator('main')
      .getByText(/^50\s?%/)
      .first()
    await rate.waitFor()
    await look('report-of-a-phone')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    expect(await page.getByText(noConnection).count()).toBe(0)

    await context.setOffline(true)
    await page.reload()
    await rate.waitFor()
    await page.getByText(noConnection).waitFor()
    expect(await page.getByText(noConnection).innerText()).toMatch(/\d\d:\d\d/)
    expect(await page.locator('main').innerText()).toContain('Софія')
    await page.goto('/clients')
    await page.getByText(words.errors.codes.notKept).waitFor()

    const kept = (await keptTexts(page)).join('\n')
    expect(kept).toContain('/kept/reports/retention')
    for (const contact of ['Ганна', 'Рудь', '38067']) expect(kept).not.toContain(contact)

    await context.setOffline(false)
    await page.goto(REPORT)
    await rate.waitFor()
    await expect.poll(() => page.getByText(noConnection).count()).toBe(0)
    await page.getByRole('button', { name: words.nav.bar.more, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Олена' }).click()
    await page.getByRole('menuitem', { name: words.account.signOut }).click()
    await page.getByRole('heading', { name: words.account.signIn }).waitFor()
    expect(await keptTexts(page)).toEqual([])
    await context.setOffline(true)
    await page.goto(REPORT)
    await page.getByText(words.errors.codes.offline).waitFor()
    await context.close()
  },
  90_000,
)

test('the app can be installed under a name and shortcuts of each language', async () => {
  for (const language of LANGUAGES) {
    const answer = await fetch(`${server.url}/manifest/${language}.webmanifest`)
    expect(answer.headers.get('content-type')).toMatch(/manifest\+json|application\/json/)
    const manifest = await answer.json()
    const { nav } = CATALOGUES[language]
    expect(manifest).toMatchObject({ lang: language, display: 'standalone', start_url: '/', scope: '/' })
    const names = manifest.shortcuts.map(({ name }: { name: string }) => name)
    expect(names).toEqual([nav.retention, nav.due, nav.overview])
    for (const { src, sizes } of manifest.icons) {
      const bytes = await readFile(join(import.meta.dirname, '../public', src))
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
    }
    expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true)
  }
  const { page, context } = await visit({ browser, server }, 'phone', 'ru')
  await page.goto('/retention')
  await expect
    .poll(() => page.locator('link[rel=manifest]').getAttribute('href'), { timeout: 20_000 })
    .toBe('/manifest/ru.webmanifest')
  await context.close()
})
