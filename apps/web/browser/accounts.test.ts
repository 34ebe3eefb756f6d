import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '../src/i18n/en/index.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { startMailBox } from './mail-box.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { type Language, visit } from './visitor.ts'

const WORDS = { uk, ru, en }
const PASSWORD = 'дуже довгий пароль'
const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.03.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.03.2024 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
03.03.2024 10:00;Інна Бойко;+380671234503;Марта;Стрижка;700
05.04.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.05.2024 10:00;Інна Бойко;+380671234503;Марта;Стрижка;700
`

let server: SalonServer
let box: Awaited<ReturnType<typeof startMailBox>>
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

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
async function invite(
  page: Page,
  words: (typeof WORDS)[Language],
  role: 'manager' | 'master',
  master?: string,
): Promise<string> {
  await page.goto('/members')
  const form = page.locator('form')
  await form.getByRole('combobox', { name: words.account.roleLabel }).click()
  await page.getByRole('option', { name: words.account.role[role], exact: true }).click()
  if (master) {
    await form.getByRole('combobox', { name: words.account.whichMaster }).click()
    await page.getByRole('option', { name: master, exact: true }).click()
  }
  await form.getByRole('button', { name: words.account.makeLink }).click()
  return new URL(await page.locator('code').innerText()).pathname
}

/** Joins by an invitation, as whoever the link of the mail says. */
async function join(page: Page, { account }: (typeof WORDS)[Language], name: string, email: string) {
  await fill(page, { [account.email]: email })
  await page.getByRole('button', { name: account.sendLink }).click()
  await page.getByText(account.lookInMail.replace('{{email}}', email)).waitFor()
  await page.goto(await box.linkTo(email))
  await fill(page, { [account.name]: name, [account.password]: PASSWORD })
  await page.getByRole('button', { name: account.join }).click()
}

/** Of the owner, a manager and a master; COMEBACK_WALKS=all goes every way. */
const LANGUAGES: [Language, Language, Language][] = [
  ['uk', 'ru', 'en'],
  ['ru', 'en', 'uk'],
  ['en', 'uk', 'ru'],
]

describe.each(LANGUAGES.slice(0, process.env.COMEBACK_WALKS === 'all' ? 3 : 1))(
  'an owner in %s, a manager in %s, a master in %s',
  (ownLanguage, managerLanguage, masterLanguage) => {
    beforeAll(async () => {
      box = await startMailBox()
      server = await startSalonServer({ COMEBACK_REGISTRATION: 'open', COMEBACK_SMTP: box.url })
    })
    afterAll(async () => {
      await server?.stop()
      await box?.close()
    })

    const words = WORDS[ownLanguage]
    const emailOf = (name: string) => `${name}-${ownLanguage}@salon.test`

    test('the owner signs up, imports, invites the others; each sees what they should', async () => {
      const toManager = WORDS[managerLanguage]
      const toMaster = WORDS[masterLanguage]
      const owner = await visit({ browser, server }, 'desktop', ownLanguage)
      await owner.page.goto('/')
      await owner.page.getByRole('link', { name: words.account.register }).click()
      await owner.look('register')
      await fill(owner.page, {
        [words.account.salon]: 'Салон на Подолі',
        [words.account.name]: 'Олена Коваль',
        [words.account.email]: emailOf('olena'),
        [words.account.password]: PASSWORD,
      })
      await owner.page.getByRole('button', { name: words.account.registerNow, exact: true }).click()
      await owner.page.getByRole('heading', { name: words.imports.title }).waitFor()
      const buffer = Buffer.from(VISITS)
      await owner.page.locator('input[type=file]').setInputFiles({ name: 'записи.csv', mimeType: 'text/csv', buffer })
      await owner.page.getByRole('button', { name: /5/ }).click()
      await owner.page.getByRole('heading', { name: words.imports.done }).waitFor()

      const asManager = await invite(owner.page, words, 'manager')
      const asMaster = await invite(owner.page, words, 'master', 'Софія')
      await owner.look('members')

      const manager = await visit({ browser, server }, 'phone', managerLanguage)
      await manager.page.goto(asManager)
      await manager.page.getByText('Салон на Подолі').waitFor()
      await manager.look('invitation')
      await join(manager.page, toManager, 'Борис', emailOf('boris'))
      await manager.page.getByRole('heading', { name: toManager.nav.retention, exact: true }).waitFor()
      await manager.page.goto('/clients')
      await manager.page.getByText('+380671234503').waitFor()
      await manager.look('clients-of-a-manager')

      const master = await visit({ browser, server }, 'phone', masterLanguage)
      await master.page.goto(asMaster)
      await join(master.page, toMaster, 'Sofia', emailOf('sofia'))
      await master.page.getByRole('heading', { name: toMaster.due.title, exact: true }).waitFor()
      await master.page.goto('/clients')
      await master.page.getByText('Ганна').first().waitFor()
      const seen = await master.page.locator('main').innerText()
      expect(seen).toContain('Зоя')
      for (const hidden of ['Рудь', 'Інна', 'Бойко', '+380']) expect(seen).not.toContain(hidden)
      await master.look('clients-of-a-master')
      await master.page.goto('/members')
      await master.page.getByText(toMaster.account.notAllowedTitle).waitFor()
      for (const { context } of [owner, manager, master]) await context.close()
    }, 180_000)

    test('with a second factor the password alone lets nobody in', async () => {
      const { page, context, look } = await visit({ browser, server }, 'desktop', ownLanguage)
      const signIn = async () => {
        await page.goto('/sign-in')
        await fill(page, { [words.account.email]: emailOf('olena'), [words.account.password]: PASSWORD })
        await page.getByRole('button', { name: words.account.signInNow }).click()
      }
      await signIn()
      await page.getByRole('heading', { name: words.nav.retention, exact: true }).waitFor()
      await page.goto('/account')
      const form = page.locator('form').nth(1)
      await form.getByRole('textbox', { name: words.account.currentPassword }).fill(PASSWORD)
      await form.getByRole('button', { name: words.account.turnOn }).click()
      const secret = await page.locator('code').innerText()
      const [backup] = (await page.locator('pre').innerText()).split('\n')
      await look('second-factor')
      await page.getByRole('textbox', { name: words.account.code }).fill(codeOf(secret))
      await page.getByRole('button', { name: words.account.turnOn }).click()
      await page.getByText(words.account.secondFactorOn).waitFor()

      await context.clearCookies()
      await signIn()
      await page.getByRole('heading', { name: words.account.secondFactor }).waitFor()
      await look('second-step')
      expect((await (await page.request.get('/api/session')).json()).user).toBeNull()
      await page.getByRole('textbox', { name: words.account.code }).fill(backup!)
      await page.getByRole('button', { name: words.account.signInNow }).click()
      await page.getByRole('heading', { name: words.nav.retention, exact: true }).waitFor()
      await context.close()
    }, 120_000)
  },
)
