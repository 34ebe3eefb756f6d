import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { startMailBox } from './mail-box.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { signUp, visit } from './visitor.ts'

const PASSWORD = 'дуже довгий пароль'
const HOST = 'host@server.test'

let server: SalonServer
let box: Awaited<ReturnType<typeof startMailBox>>
let browser: Browser

beforeAll(async () => {
  box = await startMailBox()
  server = await startSalonServer({
    COMEBACK_PLANS: 'on',
    COMEBACK_PLANS_URL: 'https://host.example/plans',
    COMEBACK_REGISTRATION: 'open',
    COMEBACK_SMTP: box.url,
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await box?.close()
})

test('a locked page says who can unlock it; the host does, suspends and lets in again', async () => {
  const owner = await visit({ browser, server }, 'phone', 'uk', await signUp({ browser, server }))
  const host = await visit({ browser, server }, 'desktop', 'uk')
  await host.page.goto('/register')
  await host.page.getByRole('textbox', { name: uk.account.email }).fill(HOST)
  await host.page.getByRole('button', { name: uk.account.sendLink }).click()
  await host.page.getByText(uk.account.lookInMail.replace('{{email}}', HOST)).waitFor()
  await host.look('look-in-mail')
  await host.page.goto(await box.linkTo(HOST))
  for (const [label, value] of [
    [uk.account.salon, 'Сервер'],
    [uk.account.name, 'Хост'],
    [uk.account.password, PASSWORD],
  ] as const) {
    await host.page.getByRole('textbox', { name: label }).fill(value)
  }
  await host.look('finish-account')
  await host.page.getByRole('button', { name: uk.account.registerNow, exact: true }).click()
  await host.page.getByRole('heading', { name: uk.imports.title }).waitFor()
  await host.page.goto('/host')
  await host.page.getByRole('heading', { name: uk.host.notYoursTitle }).waitFor()
  await server.makeHost(HOST)

  await owner.page.goto('/retention')
  await owner.page.getByRole('heading', { name: uk.plans.locked.retention.title }).waitFor()
  const choose = owner.page.getByRole('link', { name: uk.plans.choose })
  expect(await choose.getAttribute('href')).toBe('https://host.example/plans')
  await owner.look('locked')

  await host.page.goto('/retention')
  await host.page.getByRole('button', { name: 'Хост' }).click()
  await host.page.getByRole('menuitem', { name: uk.host.menu }).click()
  const row = host.page.getByRole('listitem').filter({ hasText: 'Салон на Подолі' })
  await row.getByText('olena@salon.test').waitFor()
  await host.look('host')
  await row.getByRole('button', { name: uk.host.change }).click()
  const drawer = host.page.getByRole('dialog')
  await drawer.getByRole('combobox', { name: uk.plans.title }).click()
  await host.page.getByRole('option', { name: uk.plans.name.pro }).click()
  const reasons = drawer.getByRole('textbox', { name: uk.host.reason })
  await reasons.first().fill('Заплатили за рік')
  await drawer.getByRole('button', { name: uk.host.give }).click()
  await drawer.getByRole('listitem').filter({ hasText: 'Заплатили за рік' }).waitFor()
  await host.look('host-drawer')
  await owner.page.goto('/settings')
  await owner.page.getByRole('region', { name: uk.plans.title }).getByText(uk.plans.name.pro).waitFor()
  await owner.page.goto('/retention')
  await owner.page.getByRole('heading', { name: uk.common.noBookTitle }).waitFor()

  await reasons.last().fill('Не оплачено')
  await drawer.getByRole('button', { name: uk.host.suspend }).click()
  await drawer.getByRole('button', { name: uk.host.resume }).waitFor()
  await owner.page.goto('/clients')
  await owner.page.getByRole('heading', { name: uk.plans.suspendedTitle }).waitFor()
  await owner.look('suspended')
  await reasons.last().fill('Оплачено')
  await drawer.getByRole('button', { name: uk.host.resume }).click()
  await drawer.getByRole('button', { name: uk.host.suspend }).waitFor()
  await owner.page.goto('/clients')
  await owner.page.getByRole('heading', { name: uk.plans.suspendedTitle }).waitFor({ state: 'detached' })
  for (const { context } of [owner, host]) await context.close()
}, 90_000)
