import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { en } from '../src/i18n/en/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const stage = startStage()

const AUTOMATION = { name: 'Come again', trigger: { kind: 'overdue', after: 'due' } }

/** The line to the server breaks for changes, and is mended by calling what is returned. */
async function cutChanges(page: Page) {
  const isChange = (url: URL) => /\/api\/(campaigns|automations)\//.test(url.pathname)
  await page.route(isChange, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  return () => page.unroute(isChange)
}

test('what could not be saved is kept, tried again, and not called saved until the server has it', {
  timeout: 90_000,
}, async () => {
  const { page, context } = await visit(stage, 'desktop', 'en', await signUp(stage))
  const { request } = context
  await request.post('/api/session/practice')
  for (const [kind, made, go] of [
    ['campaigns', { name: 'Spring' }, en.campaigns.send],
    ['automations', AUTOMATION, en.automations.turnOn],
  ] as const) {
    const { id } = await (await request.post(`/api/${kind}`, { data: made })).json()
    await page.goto(`/${kind}/${id}`)
    const text = page.getByLabel(en.campaigns.text, { exact: true })
    const name = page
      .getByLabel(en.campaigns.name, { exact: true })
      .or(page.getByLabel(en.automations.name, { exact: true }))
    await text.fill('Old words {{link}}')
    await page.getByText(en.campaigns.saved, { exact: true }).waitFor()

    const mend = await cutChanges(page)
    await text.fill('New words {{link}}')
    await page.getByText(en.campaigns.retrying).waitFor()
    expect(await page.getByText(en.campaigns.saved, { exact: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: go, exact: true }).isDisabled()).toBe(true)

    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(await page.evaluate(leave), 'leaving is asked about').toBe(false)

    await mend()
    await name.fill('Autumn')
    await page.getByText(en.campaigns.saved, { exact: true }).waitFor()
    const stored = await (await request.get(`/api/${kind}/${id}`)).json()
    expect({ name: stored.name, text: stored.plan.text }).toEqual({ name: 'Autumn', text: 'New words {{link}}' })
    expect(await page.getByText(en.campaigns.retrying).count()).toBe(0)
  }
})
