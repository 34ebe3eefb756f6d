import { expect, test } from 'vitest'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const stage = startStage()

test('an automation is set up, says whom it would write to, is switched on, and writes day by day', async () => {
  const owner = await signUp(stage)
  const { page, look } = await visit(stage, 'phone', 'uk', owner)
  await page.request.post('/api/session/practice')
  await page.goto('/automations')
  const preset = page.getByRole('region', { name: uk.automations.kind.noBooking })
  await preset.getByText('на тиждень').waitFor()
  await look('automations')
  await preset.getByRole('button', { name: uk.automations.setUp }).click()

  const days = page.getByLabel(uk.automations.days.noBooking)
  await days.fill('10')
  await page.getByText('Пише через 10 днів після візиту').first().waitFor()
  await page.getByText(uk.campaigns.saved).waitFor()
  await page.getByRole('button', { name: uk.automations.turnOn }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(uk.automations.sure.fromNow).waitFor()
  await look('automations-on')
  await dialog.getByRole('button', { name: uk.automations.sure.yes }).click()
  await page.getByText('Працює з').waitFor()

  await page.request.post('/api/practice/days', { data: { days: 3 } })
  await page.reload()
  const runs = page.getByRole('region', { name: uk.automations.runs.title })
  await runs.getByText('написала').first().waitFor()
  await look('automations-result')
  const { automations } = await (await page.request.get('/api/automations')).json()
  const results = await (await page.request.get(`/api/automations/${automations[0].id}/results`)).json()
  expect(results.funnel.sent).toBeGreaterThan(0)
  await page.getByRole('switch').press('Space')
  await page.getByText(uk.automations.isOff, { exact: true }).waitFor()

  await page.goto('/automations')
  await page.getByRole('button', { name: uk.automations.another }).click()
  await look('automations-another')
  await page.getByRole('menuitem', { name: uk.automations.kind.noBooking }).click()
  await page.getByRole('heading', { name: `${uk.automations.kind.noBooking} 2` }).waitFor()
})
