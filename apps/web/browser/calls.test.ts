import { expect, test } from 'vitest'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.03.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.03.2024 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
05.04.2024 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
`

const stage = startStage()

test('a client asks on the page of the salon, is called, and the outcome is taken back', async () => {
  await stage.server.importFile(VISITS)
  const owner = await signUp(stage)
  const { page, look } = await visit(stage, 'phone', 'uk', owner)
  await page.goto('/settings/booking')
  await page.getByRole('switch', { name: uk.booking.publicOn }).click()
  await page.getByRole('button', { name: uk.settings.save }).click()
  const address = await page.getByLabel(uk.booking.publicUrl).inputValue()
  await look('booking')

  const client = await visit(stage, 'phone', 'uk')
  await client.page.goto(address)
  await client.look('request')
  await client.page.getByLabel('Ваше ім’я').fill('Зоя')
  await client.page.getByLabel('Телефон').fill('067 123 45 02')
  await client.page.getByLabel('Послуга').selectOption('Манікюр')
  await client.page.getByLabel('Час').selectOption({ label: 'Увечері' })
  await client.page.getByRole('button', { name: 'Надіслати' }).click()
  await client.page.getByText('Дякуємо!').waitFor()
  expect(await client.context.cookies()).toEqual([])

  await page.goto('/calls')
  const row = page.getByRole('article').filter({ hasText: 'Зоя Лис' })
  await row.getByText('Манікюр, увечері').waitFor()
  await look('calls')
  await row.getByRole('button', { name: uk.calls.work }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText(uk.calls.outcome.booked, { exact: true }).click()
  await look('call')
  await sheet.getByRole('button', { name: uk.calls.save }).click()
  await page.getByText(uk.calls.empty.due).waitFor()
  await page.getByRole('button', { name: uk.calls.undo }).click()
  await row.getByText('Манікюр, увечері').waitFor()
})
