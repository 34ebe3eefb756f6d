import { beforeAll, expect, test } from 'vitest'
import { startGateway } from '../../server/src/channels/testing.ts'
import { en } from '../src/i18n/en/index.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { type State, signUp, visit } from './visitor.ts'

const stage = startStage()

/** Words that claim the data is about now. */
const NOW = /сьогодні|цього тижня|сегодня|на этой неделе|today|this week/i

let owner: State

beforeAll(async () => {
  await stage.server.importFile(oldSalon())
  owner = await signUp(stage)
})

test.each([
  { words: uk, language: 'uk', screen: 'desktop', day: '31 січ. 2018' },
  { words: ru, language: 'ru', screen: 'phone', day: '31 янв. 2018' },
  { words: en, language: 'en', screen: 'desktop', day: '31 Jan 2018' },
] as const)('data that ends in 2018 is never told as of now in $language', async ({ words, language, screen, day }) => {
  const { page, look } = await visit(stage, screen, language, owner)
  const update = page.getByRole('link', { name: words.common.stale.update })
  const chip = page.getByRole('button', { name: words.retention.asOf.past.replace('{{date}}', day) })
  const people = page.locator('tbody tr, article, li a[href^="/clients/"]').first()
  for (const [path, shown] of [
    ['/retention', chip],
    ['/due?list=week', people],
    ['/clients', people],
  ] as const) {
    await page.goto(path)
    await shown.waitFor()
    await update.waitFor()
    expect(await page.locator('main').innerText(), path).not.toMatch(NOW)
    await look(`stale${path.split('?')[0]!.replace('/', '-')}`)
  }
  const { rows } = await (await page.request.get('/api/clients?limit=1')).json()
  await page.goto(`/clients/${rows[0].id}`)
  await page.getByText(words.client.gapsText).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(NOW)
  await update.click()
  await page.getByRole('heading', { level: 1, name: words.nav.import }).waitFor()
  expect(await update.count()).toBe(0)
  await page.close()
})

test('nothing is sent by data of 2018 without a yes', async () => {
  const gateway = await startGateway(() => ({ status: 200, body: {} }))
  const { page, context, look } = await visit(stage, 'desktop', 'en', owner)
  const send = async (method: 'post' | 'patch', path: string, data: object) => {
    const answer = await context.request[method](`/api${path}`, { data })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return await answer.json()
  }
  await send('patch', '/workspace', { settings: { softOptIn: true } })
  await send('patch', '/channels/sms', { provider: 'turbosms', values: { token: 'a9f1', sender: 'SALON' } })
  await page.goto('/due?list=longOverdue')
  await page.getByRole('button', { name: en.campaigns.writeTo }).click()
  await page.waitForURL(/\/campaigns\/[\w-]+/)
  await page.getByRole('checkbox', { name: 'SMS' }).check()
  await page.getByRole('button', { name: en.campaigns.send, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/The data is .* days old: it ends on 31 January 2018/).waitFor()
  const yes = dialog.getByRole('button', { name: en.campaigns.sure.yes, exact: true })
  expect(await yes.isDisabled()).toBe(true)
  await look('stale-send')
  await dialog.getByRole('checkbox', { name: 'Write by the data of 31 January 2018' }).check()
  expect(await yes.isDisabled()).toBe(false)
  await gateway.close()
})

/** A year of visits to the end of January 2018; some came every month, some stopped, some are due in the next days. */
function oldSalon(): string {
  const rows = ['client_id,client_name,phone,starts_at,status,staff,service,price']
  const last = Date.UTC(2018, 0, 31)
  const before = (days: number) => new Date(last - days * 86_400_000).toISOString().slice(0, 10)
  for (let client = 0; client < 24; client++) {
    const away = [0, 26, 70, 200][client % 4]!
    for (let days = away + 300; days >= away; days -= 30) {
      const phone = `+38067${String(1_000_000 + client * 7919)}`
      rows.push(`${client},Client ${client},${phone},${before(days)} 12:00,completed,Marta,Manicure,500`)
    }
  }
  return rows.join('\n')
}
