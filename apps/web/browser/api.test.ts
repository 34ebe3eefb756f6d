import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReceiver } from '../../server/src/webhooks/testing.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { signUp, visit } from './visitor.ts'

let server: SalonServer
let receiver: Awaited<ReturnType<typeof startReceiver>>
let browser: Browser

beforeAll(async () => {
  receiver = await startReceiver()
  server = await startSalonServer({ COMEBACK_WEBHOOKS_PRIVATE: 'allow' })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await receiver?.close()
})

test('an owner makes a key that lets a program in until it is revoked, and a webhook that is told', async () => {
  const { page, context, look } = await visit({ browser, server }, 'phone', 'uk', await signUp({ browser, server }))
  const dialog = page.getByRole('dialog')
  await page.goto('/settings')
  await page.getByRole('link', { name: uk.api.title }).click()
  // the settings have a name field too
  await page.getByRole('heading', { name: uk.api.title }).waitFor()
  await page.getByRole('textbox', { name: uk.api.keyName }).fill('Power BI')
  await page.getByRole('checkbox', { name: uk.api.scopes['clients:read'] }).check()
  await page.getByRole('button', { name: uk.api.makeKey }).click()
  const key = await page.locator('code', { hasText: /^cbk_[\w-]{43}$/ }).innerText()
  const ask = (path: string) => fetch(`${server.url}/api${path}`, { headers: { authorization: `Bearer ${key}` } })
  expect([(await ask('/clients')).status, (await ask('/imports')).status]).toEqual([409, 403])

  await page.getByRole('textbox', { name: uk.api.url }).fill(receiver.url)
  await page.getByRole('button', { name: uk.api.makeWebhook }).click()
  const secret = await page.locator('code', { hasText: /^whsec_/ }).innerText()
  await page.getByRole('button', { name: uk.api.test }).click()
  await page.getByText(uk.api.state.delivered, { exact: true }).waitFor()
  expect(receiver.got[0]!.verify(secret)).toMatchObject({ type: 'webhook.test' })
  await page.getByRole('button', { name: uk.api.newSecret }).click()
  await dialog.getByRole('button', { name: uk.api.newSecret }).click()
  const next = page.locator('code', { hasText: /^whsec_/ }).filter({ hasNotText: secret })
  const newSecret = await next.innerText()
  await page.getByRole('button', { name: uk.api.test }).click()
  await expect.poll(() => receiver.got.length).toBe(2)
  expect([secret, newSecret].map((each) => receiver.got[1]!.isSignedWith(each))).toEqual([true, true])
  await look('api')

  await page.getByRole('button', { name: `${uk.api.revoke}: Power BI` }).click()
  await dialog.getByRole('button', { name: uk.api.revoke, exact: true }).click()
  await page.getByText(uk.api.revoked, { exact: true }).waitFor()
  expect((await ask('/clients')).status).toBe(401)
  await context.close()
}, 60_000)
