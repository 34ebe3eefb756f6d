import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.03.2024 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
02.03.2024 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
05.04.2024 10:00;Зоя Лис;+380671234502;Софія;Манікюр;450
`

const stage = startStage({ COMEBACK_CONTACTS_KEY: 'a key for the browser test, long enough' })

test('a client says no, takes their data and is erased; the log tells who did it', async () => {
  await stage.server.importFile(VISITS)
  const { page, look } = await visit(stage, 'desktop', 'uk', await signUp(stage))
  await page.goto('/clients?q=Ганна')
  await page.getByRole('link', { name: 'Ганна Рудь' }).first().click()

  const consents = page.getByRole('region', { name: uk.privacy.consents })
  await consents.getByText(uk.privacy.record.withdrawn, { exact: true }).last().click()
  await consents.getByRole('button', { name: uk.privacy.write }).click()
  await consents.getByText(uk.privacy.written).waitFor()
  expect(await consents.getByRole('row', { name: /SMS/ }).innerText()).toContain(uk.privacy.mayNot)
  await look('consents')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: uk.privacy.handOut }).click()
  const copy = JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
  expect(copy.client).toMatchObject({ name: 'Ганна Рудь', phone: '+380671234501' })

  await page.getByRole('button', { name: uk.privacy.erase }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: uk.privacy.eraseSure }).check()
  await dialog.getByRole('button', { name: uk.privacy.eraseNow }).click()
  await page.getByText(uk.privacy.erasedText).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Ганна')
  await look('erased')

  await page.goto('/settings')
  await page.getByRole('link', { name: uk.audit.title }).click()
  const log = page.getByRole('region', { name: uk.audit.title })
  await log.getByText(uk.audit.action.client.erased).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Ганна')
  await look('audit')
})
