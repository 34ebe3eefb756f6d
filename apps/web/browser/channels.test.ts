import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGateway } from '../../server/src/channels/testing.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { signUp, visit } from './visitor.ts'

const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.03.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
`

let gateway: Awaited<ReturnType<typeof startGateway>>
let server: SalonServer
let browser: Browser

beforeAll(async () => {
  gateway = await startGateway((response, { url = '' }) => {
    const result = { response_code: 0, message_id: 'm1', response_status: 'OK' }
    const sms = { response_code: 800, response_status: 'SUCCESS_MESSAGE_ACCEPTED', response_result: [result] }
    response.end(JSON.stringify(url.endsWith('/getMe') ? { ok: true, result: { username: 'podil_bot' } } : sms))
  })
  server = await startSalonServer({ COMEBACK_GATEWAYS: `turbosms=${gateway.url} telegramBot=${gateway.url}` })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await gateway?.close()
})

test('an owner sets SMS up and tries it out, connects a bot, and has a link for a client', async () => {
  await server.importFile(VISITS)
  const state = await signUp({ browser, server })
  const { page, context, look } = await visit({ browser, server }, 'phone', 'uk', state)
  await page.goto('/settings')
  await page.getByRole('link', { name: uk.channels.open }).click()
  await page.getByRole('button', { name: `${uk.channels.setUp}: SMS` }).click()
  const sms = page.getByRole('region', { name: 'SMS' })
  await sms.getByLabel(uk.channels.field.token).fill('a9f1')
  await sms.getByLabel(uk.channels.field.sender).fill('SALON')
  await look('channels-form')
  await sms.getByRole('button', { name: uk.channels.save }).click()
  await sms.getByLabel(uk.channels.test.to).fill('+380671112233')
  await sms.getByRole('button', { name: uk.channels.test.send }).click()
  await sms.getByText(uk.channels.test.sent).waitFor()
  expect(gateway.got.at(-1)).toMatchObject({ path: '/message/send.json', headers: { authorization: 'Bearer a9f1' } })

  await page.getByRole('button', { name: `${uk.channels.setUp}: Telegram` }).click()
  const telegram = page.getByRole('region', { name: 'Telegram' })
  await telegram.getByLabel(uk.channels.field.token).fill('1:a')
  await telegram.getByRole('button', { name: uk.channels.save }).click()
  await telegram.getByText('@podil_bot').waitFor()
  await look('channels')

  await page.goto('/clients?q=Ганна')
  await page.getByRole('link', { name: 'Ганна Рудь' }).first().click()
  await page.getByRole('button', { name: uk.channels.chats.connect.telegram }).click()
  await page.getByText(/^https:\/\/t\.me\/podil_bot\?start=/).waitFor()
  await look('client-chats')
  await context.close()
}, 60_000)
