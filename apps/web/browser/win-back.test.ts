import { expect, test } from 'vitest'
import type { CampaignResults } from '../src/api/types.ts'
import { en } from '../src/i18n/en/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const stage = startStage()

test('from the lost list of a practice salon to the people a campaign brought back', { timeout: 90_000 }, async () => {
  const owner = await signUp(stage)
  const { page, context, look } = await visit(stage, 'desktop', 'en', owner)
  expect((await context.request.post('/api/session/practice', { data: {} })).status()).toBe(200)
  const dialog = page.getByRole('dialog')

  await page.goto('/retention?base=2025-Q4&return=next')
  await page.getByRole('button', { name: en.campaigns.writeTo }).click()
  await page.waitForURL(/\/campaigns\/[\w-]+/)
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  for (const channel of ['Viber', 'SMS']) await page.getByRole('checkbox', { name: channel }).uncheck()
  // who has neither a chat nor an e-mail is to be called
  await page.getByText('cannot be written to, but have a phone', { exact: false }).waitFor()
  await look('win-back-write')
  await page.getByRole('button', { name: en.campaigns.send, exact: true }).click()
  await dialog.getByText('500 bonuses', { exact: false }).waitFor()
  await look('win-back-sure')
  await dialog.getByRole('button', { name: en.campaigns.sure.yes, exact: true }).click()
  await page.getByText('Visits count from the next day', { exact: false }).waitFor()
  await page.getByText(en.campaigns.state.done, { exact: true }).waitFor()

  await page.getByRole('button', { name: en.campaigns.call.button }).click()
  await dialog.getByText('500 bonuses', { exact: false }).first().waitFor()
  await look('win-back-call')
  await dialog.getByRole('button', { name: en.calls.putButton, exact: true }).click()
  await page.getByText(en.calls.putOpen).waitFor()
  await page.getByText('On the call list or called already', { exact: false }).waitFor()

  for (const [step, day] of [
    [en.practice.month, '3 May 2026'],
    [en.practice.week, '10 May 2026'],
  ] as const) {
    await page.getByRole('button', { name: step }).click()
    await page.getByText(`Today it is ${day}`, { exact: false }).waitFor()
  }
  const results: CampaignResults = await (await context.request.get(`/api/campaigns/${id}/results`)).json()
  const { effect, funnel, by } = results
  expect(results.verdict).toBe('ready')
  expect(funnel.clicked).toBeGreaterThan(0)
  expect(results.redeemedMinor).toBeGreaterThan(0)
  const came = `${effect.contacted.visited} of ${effect.contacted.clients} came`
  await page.getByText(came, { exact: false }).waitFor()
  const known: { because: number } = await (await context.request.get(`/api/campaigns/${id}/known-effect`)).json()
  await page.getByText(`so far ${known.because} client`, { exact: false }).waitFor()
  const steps = page.getByRole('region', { name: en.campaigns.results.funnel }).getByRole('listitem')
  const shown = await steps.locator('b').allInnerTexts()
  const { written, sent, delivered, clicked, booked, visited } = funnel
  expect(shown.map(Number)).toEqual([written, sent, delivered, clicked, booked, visited])
  await steps.last().getByRole('button').click()
  await dialog.getByText(`${visited} clients`, { exact: true }).waitFor()
  await look('win-back-people')
  await page.keyboard.press('Escape')

  const master = by.staff.find((row) => row.effect.contacted.visited > 1)!
  const ofMaster = page.getByRole('row').filter({ hasText: master.key! })
  await ofMaster.getByRole('button').first().click()
  await dialog.getByText(`${master.effect.contacted.visited} clients`, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await look('win-back-results')

  const phone = await visit(stage, 'phone', 'en', owner)
  await phone.page.goto(`/campaigns/${id}`)
  await phone.page.getByText(came, { exact: false }).waitFor()
  await phone.look('win-back-results')
  await phone.page.goto('/calls')
  await phone.page.getByRole('article').first().waitFor()
  await phone.look('win-back-calls')
})
