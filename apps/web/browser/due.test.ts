import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lifetime, PeoplePage, Risk } from '../src/api/types.ts'
import { en } from '../src/i18n/en/index.ts'
import { formatsOf } from '../src/i18n/format.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { type Language, type Screen, signUp, visit } from './visitor.ts'

const WORDS = { uk, ru, en }

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => browser?.close())

/** What the server says, once its model is fitted. */
async function ask<T>(url: string, path: string): Promise<T> {
  for (;;) {
    const answer = await (await fetch(`${url}/api${path}`)).json()
    if (answer.forecast !== 'pending') return answer
    await new Promise((done) => setTimeout(done, 300))
  }
}

const plain = (text: string) => text.replace(/\s/g, ' ')
const people = (page: Page) => page.locator('tbody tr, article')
const segment = (page: Page, name: string) => page.locator(`li[data-segment="${name}"]`)

describe('who to call in the demo salon', () => {
  let server: SalonServer
  beforeAll(async () => {
    server = await startSalonServer()
  })
  afterAll(async () => server?.stop())

  const visits: { screen: Screen; language: Language }[] = [
    { screen: 'desktop', language: 'uk' },
    { screen: 'phone', language: 'ru' },
    { screen: 'phone', language: 'en' },
  ]

  test.each(visits)('on a $screen in $language: the lists are those of the server', async ({ screen, language }) => {
    const words = WORDS[language]
    const formats = formatsOf(language)
    const risk = await ask<Risk>(server.url, '/reports/risk')
    const share = (state: string) => risk.states.find((one) => one.state === state)!
    const { page, look } = await visit({ browser, server }, screen, language)
    const money = (minor: number) => plain(formats.money(Math.round(minor / 100) * 100, 'UAH'))

    await page.goto('/due')
    await page.getByRole('heading', { level: 1, name: words.due.title }).waitFor()
    await people(page).first().waitFor()
    const shares = { week: risk.dueThisWeek, due: share('due'), atRisk: share('atRisk') }
    for (const [name, { clients, value12m }] of Object.entries(shares)) {
      const text = plain(await segment(page, name).innerText())
      expect(text).toContain(formats.number(clients))
      expect(text).toContain(money(value12m!))
    }

    const due = await ask<PeoplePage>(server.url, '/clients?state=due&sort=value12m&desc=true&limit=1000')
    expect(await people(page).count()).toBe(due.total)
    const texts = await people(page).allInnerTexts()
    due.rows.slice(0, 10).forEach((person, place) => {
      expect(texts[place]).toContain(person.name)
      expect(plain(texts[place]!)).toContain(money(person.value12m!))
      expect(plain(texts[place]!)).toContain(plain(formats.percent(person.pAlive!)))
    })
    const [first] = due.rows
    await people(page).first().locator(`a[href="tel:${first!.phone}"]`).waitFor()
    await look('due')

    await segment(page, 'atRisk').getByRole('button').first().click()
    await page.waitForURL(/list=atRisk/)
    const atRisk = await ask<PeoplePage>(server.url, '/clients?state=atRisk&sort=value12m&desc=true&limit=1000')
    await people(page).filter({ hasText: atRisk.rows[0]!.name }).waitFor()
    expect(await people(page).count()).toBe(atRisk.total)

    await page.getByRole('button', { name: words.common.export }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(atRisk.total + 1)
    expect(lines[0]).toContain(words.people.columns.value12m)
    expect(lines[1]).toContain(atRisk.rows[0]!.phone)

    const staff = atRisk.rows[0]!.staff!
    await page.goto(`/due?list=atRisk&staff=${staff}&q=${atRisk.rows[0]!.phone.slice(-7)}`)
    await people(page).first().waitFor()
    expect(await people(page).count()).toBe(1)
    const ofMaster = await ask<Risk>(server.url, `/reports/risk?staff=${encodeURIComponent(staff)}`)
    const counted = ofMaster.states.find(({ state }) => state === 'atRisk')!.clients
    expect(counted).toBeLessThanOrEqual(atRisk.total)
    expect(await segment(page, 'atRisk').innerText()).toContain(String(counted))
    await page.close()
  })

  test.each(['uk', 'en'] as const)(
    'the check of the forecast is told in %s, on the page and where it is used',
    async (language) => {
      const words = WORDS[language]
      const { number } = formatsOf(language)
      const { holdOut, totals, model } = await ask<Lifetime>(server.url, '/reports/lifetime')
      if (!holdOut || 'reason' in holdOut || !totals || !model || 'reason' in model) throw new Error('no model')
      const { page, look } = await visit({ browser, server }, 'desktop', language)
      await page.goto('/due')
      const panel = page.getByRole('region', { name: words.forecast.title })
      await panel.getByText(words.forecast.title).click()
      await panel.getByText(words.forecast.analyst).click()
      const text = plain(await panel.innerText())
      for (const count of [holdOut.predicted, holdOut.happened, totals.clients, totals.alive, totals.expectedVisits12m])
        expect(text).toContain(plain(number(Math.round(count))))
      expect(text).toContain(`MBG/CNBD-k: k = ${model.k};`)
      await look('due-forecast')

      await page.goto('/retention?base=2025-12&return=next')
      const term = words.define.value12m.title
      await page.getByRole('button', { name: words.common.whatIsIt.replace('{{term}}', term) }).click()
      const sentence = new RegExp(`${number(Math.round(holdOut.predicted))}.*${number(holdOut.happened)}`)
      await page.getByText(sentence).waitFor()
      const lost = await ask<PeoplePage>(server.url, '/reports/people?base=2025-12&return=next&sort=value12m&desc=true')
      const names = await page.locator('tbody tr').allInnerTexts()
      lost.rows.slice(0, 5).forEach((person, place) => {
        expect(names[place]).toContain(person.name)
      })
      await look('lost-by-value')
      await page.close()
    },
  )

  test('a forecast that is still being computed says so and then appears in place', async () => {
    const { page } = await visit({ browser, server }, 'desktop', 'en')
    let fitted = false
    await page.route(/\/api\/(reports\/(lifetime|risk)|clients)(\?|$)/, async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      if (fitted) return route.fulfill({ response, json: answer })
      const unknown = { pAlive: null, expectedVisits12m: null, value12m: null }
      const rows = answer.rows?.map((row: object) => ({ ...row, ...unknown }))
      await route.fulfill({ response, json: { ...answer, forecast: 'pending', totals: null, rows } })
    })
    const computing = page.getByRole('status').filter({ hasText: en.forecast.pending })
    await page.goto('/due')
    await computing.waitFor()
    await people(page).first().waitFor()
    const [name] = (await page.locator('tbody tr:first-child').innerText()).split('\n') as [string]
    expect(await people(page).first().innerText()).toContain(en.forecast.soon)
    fitted = true
    await computing.waitFor({ state: 'detached' })
    // whoever is being read about does not move away
    const filled = page.locator('tbody tr:first-child').filter({ hasText: name, hasNotText: en.forecast.soon })
    await filled.waitFor()
    await page.close()
  })

  test('the list is copied as lines for a chat or a table', async () => {
    const { page } = await visit({ browser, server }, 'desktop', 'uk')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const { rows } = await ask<PeoplePage>(server.url, '/clients?state=due&sort=value12m&desc=true&limit=1000')
    await page.goto('/due')
    await people(page).first().waitFor()
    await page.getByRole('button', { name: uk.due.copy }).click()
    await page.getByText(/Скопійовано/).waitFor()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines.map((line) => line.split('\t')[1])).toEqual(rows.map(({ phone }) => phone))
    await page.close()
  })
})

describe('who to call in a small young salon', () => {
  let server: SalonServer
  let owner: Awaited<ReturnType<typeof signUp>>
  beforeAll(async () => {
    server = await startSalonServer()
    await server.importFile(youngSalon())
    owner = await signUp({ browser, server })
  })
  afterAll(async () => server?.stop())

  test.each(['ru'] as const)('in %s it says why there is no forecast, and goes by days overdue', async (language) => {
    const words = WORDS[language]
    const { page, look } = await visit({ browser, server }, 'phone', language, owner)
    await page.goto('/due?list=longOverdue')
    await people(page).first().waitFor()
    await page.getByText(words.due.shortHistory).waitFor()
    await page.getByText(words.forecast.withheld.tooFewClients).waitFor()
    const list = (await (
      await page.request.get('/api/clients?state=longOverdue&sort=daysOverdue&desc=true')
    ).json()) as PeoplePage
    const texts = await people(page).allInnerTexts()
    expect(texts.length).toBe(list.total)
    list.rows.forEach(({ name }, place) => {
      expect(texts[place]).toContain(name)
    })
    expect(texts.join()).not.toContain(words.people.columns.pAlive)
    await look('due-young')
    await page.goto('/due?list=week')
    await page.getByText(words.due.empty.week).waitFor()
    expect(await segment(page, 'week').innerText()).toContain(words.due.nobody)
    await page.close()
  })
})

/** Three months of clients who came every ten days; a third of them stopped, one after another, the rest are not due yet. */
function youngSalon(): string {
  const rows = ['client_id,client_name,phone,starts_at,status,staff,service,price']
  const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
  for (let client = 0; client < 24; client++) {
    const last = client % 3 === 0 ? 20 + client : 90
    const phone = `+38067${String(1_000_000 + client * 7919)}`
    for (let offset = last % 10; offset <= last; offset += 10) {
      rows.push(`${client},Клієнт ${client},${phone},${day(offset)} 12:00,completed,Марта,Манікюр,500`)
    }
  }
  return rows.join('\n')
}
