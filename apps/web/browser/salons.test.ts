import { expect, test } from 'vitest'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const stage = startStage()

test('a link opens the salon it was copied in, or says whose it is; currency and zone change with a warning', async () => {
  const state = await signUp(stage)
  const { page, context, look } = await visit(stage, 'phone', 'uk', state)
  const nameIn = (text: string, salon: string) => text.replace('{{salon}}', salon)
  const current = async () => (await (await page.request.get('/api/session')).json()).workspaceId as string
  await page.goto('/settings')
  await page.waitForURL(/settings\?w=[0-9a-f]{8}$/)
  const link = page.url()
  const own = await current()
  expect(own.slice(-8)).toBe(new URL(link).searchParams.get('w'))

  await page.getByRole('combobox', { name: uk.settings.currency }).fill('EUR')
  await page.getByRole('option', { name: /^EUR/ }).click()
  await page.getByText(uk.settings.currencyWarning.replace('{{from}}', 'UAH').replace('{{to}}', 'EUR')).waitFor()
  await page.getByRole('combobox', { name: uk.settings.timeZone }).fill('Warsaw')
  await page.getByRole('option', { name: 'Europe/Warsaw' }).click()
  await page.getByText(uk.settings.timeZoneWarning).waitFor()
  await look('currency-and-zone')
  await page.getByRole('button', { name: uk.settings.save }).click()
  await page.getByText(uk.settings.saved).waitFor()
  expect(await (await page.request.get('/api/workspace')).json()).toMatchObject({
    ...{ currency: 'EUR', timeZone: 'Europe/Warsaw' },
  })

  // another tab goes to another salon meanwhile: this one stays where it is, and so does what it writes
  await page.request.post('/api/session/practice', { data: {}, headers: { origin: stage.server.url } })
  expect(await current()).not.toBe(own)
  const currencyOf = async (salon: string) => {
    const answer = await page.request.get('/api/workspace', { headers: { 'comeback-workspace': salon } })
    return (await answer.json()).currency
  }
  const chooseDollars = async () => {
    await page.getByRole('combobox', { name: uk.settings.currency }).fill('USD')
    await page.getByRole('option', { name: /^USD/ }).click()
    await page.getByRole('button', { name: uk.settings.save }).click()
  }
  await chooseDollars()
  await expect.poll(() => currencyOf(own)).toBe('USD')
  expect(await currencyOf(await current())).toBe('UAH')
  await page.goto(link)
  await page.getByRole('combobox', { name: uk.settings.currency }).waitFor()
  expect(await page.getByRole('combobox', { name: uk.settings.currency }).inputValue()).toMatch(/^USD/)

  // the menu goes over with the address, and the way back says where it leads
  await page.getByRole('button', { name: uk.nav.bar.more, exact: true }).click()
  await page.getByRole('button', { name: 'Олена' }).click()
  await page.getByRole('menuitem', { name: uk.practice.name }).click()
  await page.waitForURL((url) => url.pathname === '/retention' && url.searchParams.get('w') !== own.slice(-8))
  await page.getByRole('heading', { name: uk.nav.retention, exact: true }).waitFor()
  expect((await current()).slice(-8)).toBe(new URL(page.url()).searchParams.get('w'))
  await page.goBack()
  await page.getByRole('heading', { name: nameIn(uk.salons.otherTitle, 'Салон на Подолі') }).waitFor()
  await look('other-salon')
  await page.getByRole('button', { name: nameIn(uk.salons.open, 'Салон на Подолі') }).click()
  await page.getByRole('combobox', { name: uk.settings.currency }).waitFor()
  expect(page.url()).toBe(link)

  await page.goto('/clients?w=00000000')
  await page.getByRole('heading', { name: uk.salons.unseenTitle }).waitFor()
  const stranger = await visit(stage, 'desktop', 'uk')
  await stranger.page.goto(link)
  await stranger.page.getByRole('heading', { name: uk.salons.signInTitle }).waitFor()
  await stranger.look('link-of-a-salon')
  await stranger.context.close()
  await context.close()
}, 60_000)
