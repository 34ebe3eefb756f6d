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

test('a client is given bonuses, pays with some, and the payment is undone; a group is given some, and the owner sees it', async () => {
  await stage.server.importFile(VISITS)
  const { page, look } = await visit(stage, 'desktop', 'uk', await signUp(stage))
  await page.goto('/clients/1')

  const card = page.getByRole('region', { name: uk.bonuses.title })
  await card.getByText(uk.bonuses.none).waitFor()
  await card.getByRole('button', { name: uk.bonuses.give }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(uk.bonuses.reason).fill('День народження')
  await look('bonuses-give')
  await dialog.getByRole('button', { name: uk.bonuses.give }).click()
  await card.getByText('500 бонусів').first().waitFor()

  await card.getByRole('button', { name: uk.bonuses.pay }).click()
  await dialog.getByLabel(uk.bonuses.billMoney).fill('1000')
  await dialog.getByText('до 300 бонусів', { exact: false }).waitFor()
  await look('bonuses-pay')
  await dialog.getByRole('button', { name: uk.bonuses.pay }).click()
  await card.getByText('200 бонусів').first().waitFor()
  await look('bonuses-paid')
  await card.getByRole('button', { name: uk.bonuses.undo }).first().click()
  await look('bonuses-undo')
  await dialog.getByRole('button', { name: uk.bonuses.giveBack }).click()
  await card.getByText(uk.bonuses.kind.reverse).waitFor()
  await card.getByText('500 бонусів').first().waitFor()

  const group = { name: 'Усі', from: { kind: 'clients', clients: [1, 2] } }
  expect((await page.request.post('/api/groups', { data: group })).status()).toBe(200)
  await page.goto('/bonuses')
  await page.getByRole('button', { name: uk.bonuses.giveMany }).click()
  await dialog.getByRole('combobox', { name: uk.bonuses.group }).click()
  await page.getByRole('option', { name: 'Усі' }).click()
  await dialog.getByText('Отримають 2 клієнти.').waitFor()
  await look('bonuses-group')
  await dialog.getByRole('button', { name: uk.bonuses.give }).click()
  const owed = page.getByRole('region', { name: uk.bonuses.owed })
  await owed.getByText('1 500 бонусів', { exact: false }).waitFor()
  await look('bonuses')
})
