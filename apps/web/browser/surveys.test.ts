import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGateway } from '../../server/src/channels/testing.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'
import { signUp, visit } from './visitor.ts'

const VISITS = `Дата;Клієнт;Телефон;Майстер;Послуга;Сума
01.03.2026 10:00;Ганна Рудь;+380671234501;Софія;Манікюр;450
`
const COMMENT = 'Довелося чекати пів години'

let gateway: Awaited<ReturnType<typeof startGateway>>
let server: SalonServer
let browser: Browser

beforeAll(async () => {
  gateway = await startGateway((response) => {
    const result = { response_code: 0, message_id: 'm1', response_status: 'OK' }
    response.end(
      JSON.stringify({ response_code: 800, response_status: 'SUCCESS_MESSAGE_ACCEPTED', response_result: [result] }),
    )
  })
  server = await startSalonServer({ COMEBACK_GATEWAYS: `turbosms=${gateway.url}` })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await gateway?.close()
})

test('a client is asked by SMS, answers on the phone, and the owner gathers who is not content', async () => {
  await server.importFile(VISITS)
  const state = await signUp({ browser, server })
  const { page, context, look } = await visit({ browser, server }, 'desktop', 'uk', state)
  const send = async (method: 'post' | 'patch', path: string, data: object) => {
    const answer = await context.request[method](`/api${path}`, { data })
    expect([path, answer.status()]).toEqual([path, 200])
    return await answer.json()
  }
  await page.goto('/surveys')
  await page.getByText(uk.surveys.emptyTitle).waitFor()
  await look('surveys-empty')

  await send('patch', '/workspace', { settings: { softOptIn: true } })
  await send('patch', '/channels/sms', { provider: 'turbosms', values: { token: 'a9f1', sender: 'SALON' } })
  const everybody = { kind: 'rule', rule: { kind: 'visits', from: 1, to: null } }
  const { id: group } = await send('post', '/groups', { name: 'Усі', from: everybody })
  const plan = { groupIds: [group], channels: ['sms'], holdoutShare: 0, quiet: null }
  const campaign = await send('post', '/campaigns', { name: 'Як вам у нас?', plan: { ...plan, text: 'Порада?' } })
  await page.goto(`/campaigns/${campaign.id}`)
  await page.getByRole('button', { name: uk.campaigns.presets.choose }).click()
  await page.getByRole('menuitem', { name: uk.campaigns.presets.opinion }).click()
  await page.getByText('Відповідь займе пів хвилини: https://example.com/l/', { exact: false }).waitFor()
  await look('survey-campaign')
  const version = async () => (await (await context.request.get(`/api/campaigns/${campaign.id}`)).json()).version
  await expect.poll(version).toBeGreaterThan(campaign.version)
  await send('post', `/campaigns/${campaign.id}/send`, { version: await version() })
  await expect.poll(() => gateway.got.length, { timeout: 20_000 }).toBeGreaterThan(0)
  const [link = ''] = /http:[^\s"\\]+\/l\/\w+/.exec(gateway.got.at(-1)!.body) ?? []

  const client = await visit({ browser, server }, 'phone', 'uk')
  await client.page.goto(link)
  await client.page.getByText('0', { exact: true }).waitFor()
  await client.look('survey')
  await client.page.getByRole('radio', { name: '4', exact: true }).check({ force: true })
  await client.page.getByRole('textbox', { name: 'Що було добре' }).fill(COMMENT)
  await client.look('survey-chosen')
  await client.page.getByRole('button', { name: 'Надіслати' }).click()
  await client.page.getByText('Ваша оцінка: 4 з 10').waitFor()
  await client.look('survey-thanks')
  await client.page.getByRole('link').click()
  await client.page.getByText('Ви вже відповіли', { exact: false }).waitFor()
  await client.look('survey-again')

  await page.goto('/surveys?band=detractors')
  await page.getByText(COMMENT).waitFor()
  await page.getByText('Ще замало відповідей: 1 з 10').waitFor()
  await look('surveys')
  await page.getByRole('button', { name: uk.groups.make }).click()
  await page.getByText('Групу «Опитування: Критики', { exact: false }).first().waitFor()
  await page.getByRole('link', { name: 'Ганна Рудь' }).click()
  const card = page.getByRole('region', { name: uk.surveys.title })
  await card.getByRole('link', { name: 'Як вам у нас?' }).waitFor()
  await page.goto('/groups/new')
  const name = uk.groups.condition.outcome
  await page.getByRole('button', { name: uk.groups.removeCondition.replace('{{name}}', name) }).click()
  await page.getByRole('button', { name: uk.groups.add }).click()
  await page.getByRole('menuitem', { name: uk.groups.condition.surveyScore }).click()
  await page.getByText('Ганна Рудь').waitFor()
  await look('survey-rule')
  await context.close()
}, 60_000)
