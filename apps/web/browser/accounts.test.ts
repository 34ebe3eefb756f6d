import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../src/i18n/en/index.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { visit } from './visitor.ts'

const PASSWORD = 'дуже довгий пароль'
const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.03.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.03.2024 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
03.03.2024 10:00;Інна Бойко;+380671234503;Марта;Стрижка;700
05.04.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.05.2024 10:00;Інна Бойко;+380671234503;Марта;Стрижка;700
`

let server: SalonServer
let browser: Browser

beforeAll(async () => {
  server = await startSalonServer()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The six digits an authenticator shows for a secret now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = hash.at(-1)! & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByRole('textbox', { name: label }).fill(value)
}

/** Makes an invitation on the people page and reads the link off it. */
async function invite(page: Page, role: string, master?: string): Promise<string> {
  await page.goto('/members')
  const form = page.locator('form')
  await form.getByRole('combobox', { name: uk.account.roleLabel }).click()
  await page.getByRole('option', { name: role, exact: true }).click()
  if (master) {
    await form.getByRole('combobox', { name: uk.account.whichMaster }).click()
    await page.getByRole('option', { name: master, exact: true }).click()
  }
  await form.getByRole('button', { name: uk.account.makeLink }).click()
  return new URL(await page.locator('code').innerText()).pathname
}

test('an owner signs up, imports, invites a manager and a master; each sees what they should', async () => {
  const owner = await visit(browser, server.url, 'desktop', 'uk')
  await owner.page.goto('/')
  await owner.page.getByRole('link', { name: uk.account.register }).click()
  await owner.look('register')
  await fill(owner.page, {
    [uk.account.salon]: 'Салон на Подолі',
    [uk.account.name]: 'Олена Коваль',
    [uk.account.email]: 'olena@salon.test',
    [uk.account.password]: PASSWORD,
  })
  await owner.page.getByRole('button', { name: uk.account.registerNow, exact: true }).click()
  await owner.page.getByRole('heading', { name: uk.imports.title }).waitFor()
  const buffer = Buffer.from(VISITS)
  await owner.page.locator('input[type=file]').setInputFiles({ name: 'записи.csv', mimeType: 'text/csv', buffer })
  await owner.page.getByRole('button', { name: /імпортувати 5/i }).click()
  await owner.page.getByRole('heading', { name: uk.imports.done }).waitFor()

  const asManager = await invite(owner.page, uk.account.role.manager)
  const asMaster = await invite(owner.page, uk.account.role.master, 'Софія')
  await owner.look('members')

  const manager = await visit(browser, server.url, 'phone', 'ru')
  await manager.page.goto(asManager)
  await manager.page.getByText('Салон на Подолі').waitFor()
  await manager.look('invitation')
  await fill(manager.page, {
    [ru.account.name]: 'Борис',
    [ru.account.email]: 'boris@salon.test',
    [ru.account.password]: PASSWORD,
  })
  await manager.page.getByRole('button', { name: ru.account.join }).click()
  await manager.page.getByRole('heading', { name: ru.nav.retention, exact: true }).waitFor()
  await manager.page.goto('/clients')
  await manager.page.getByText('+380671234503').waitFor()
  await manager.look('clients-of-a-manager')

  const master = await visit(browser, server.url, 'phone', 'en')
  await master.page.goto(asMaster)
  await fill(master.page, {
    [en.account.name]: 'Sofia',
    [en.account.email]: 'sofia@salon.test',
    [en.account.password]: PASSWORD,
  })
  await master.page.getByRole('button', { name: en.account.join }).click()
  await master.page.getByRole('heading', { name: en.nav.retention, exact: true }).waitFor()
  await master.page.goto('/clients')
  await master.page.getByText('Ганна').first().waitFor()
  const seen = await master.page.locator('main').innerText()
  expect(seen).toContain('Зоя')
  for (const hidden of ['Рудь', 'Інна', 'Бойко', '+380']) expect(seen).not.toContain(hidden)
  await master.look('clients-of-a-master')
  await master.page.goto('/members')
  await master.page.getByText(en.account.notAllowedTitle).waitFor()
  for (const { context } of [owner, manager, master]) await context.close()
}, 180_000)

test('with a second factor the password alone lets nobody in', async () => {
  const { page, context, look } = await visit(browser, server.url, 'desktop', 'uk')
  const signIn = async () => {
    await page.goto('/sign-in')
    await fill(page, { [uk.account.email]: 'olena@salon.test', [uk.account.password]: PASSWORD })
    await page.getByRole('button', { name: uk.account.signInNow }).click()
  }
  await signIn()
  await page.getByRole('heading', { name: uk.nav.retention, exact: true }).waitFor()
  await page.goto('/account')
  const form = page.locator('form').nth(1)
  await form.getByRole('textbox', { name: uk.account.currentPassword }).fill(PASSWORD)
  await form.getByRole('button', { name: uk.account.turnOn }).click()
  const secret = await page.locator('code').innerText()
  const [backup] = (await page.locator('pre').innerText()).split('\n')
  await look('second-factor')
  await page.getByRole('textbox', { name: uk.account.code }).fill(codeOf(secret))
  await page.getByRole('button', { name: uk.account.turnOn }).click()
  await page.getByText(uk.account.secondFactorOn).waitFor()

  await context.clearCookies()
  await signIn()
  await page.getByRole('heading', { name: uk.account.secondFactor }).waitFor()
  await look('second-step')
  expect((await (await page.request.get('/api/session')).json()).user).toBeNull()
  await page.getByRole('textbox', { name: uk.account.code }).fill(backup!)
  await page.getByRole('button', { name: uk.account.signInNow }).click()
  await page.getByRole('heading', { name: uk.nav.retention, exact: true }).waitFor()
  await context.close()
}, 120_000)
