import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { en } from '../src/i18n/en/index.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { type Language, LOCALES, SCREENS, type Screen, visit } from './visitor.ts'

const WORDS = { uk, ru, en }
const KAROLINA = { uk: '19\u00a0%', ru: '19\u00a0%', en: '19%' }
const MARTA = { uk: '84\u00a0%', ru: '84\u00a0%', en: '84%' }
const DECEMBER = '/retention?base=2025-12&return=next'

const stage = startStage()

const visits = (Object.keys(SCREENS) as Screen[]).flatMap((screen) =>
  (Object.keys(LOCALES) as Language[]).map((language) => ({ screen, language })),
)

describe.each(visits)('retention on a $screen in $language', ({ screen, language }) => {
  const words = WORDS[language]

  test('from the rate to the masters, the people behind a number and the file of them', async () => {
    const { page, look } = await visit(stage, screen, language)

    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: words.retention.title }).waitFor()
    await page.getByRole('link', { name: /\+380/ }).or(page.getByRole('table')).first().waitFor()
    await look('retention')

    await page.goto(DECEMBER)
    await page.getByRole('tab', { name: words.retention.tabs.staff }).click()
    const masters = page.getByRole('region', { name: words.retention.tabs.staff, exact: true })
    const rowOf = (name: string) => masters.locator('tr, li').filter({ hasText: name })
    await rowOf('Кароліна').waitFor()
    expect(await rowOf('Кароліна').innerText()).toContain(KAROLINA[language])
    expect(await rowOf('Марта').innerText()).toContain(MARTA[language])
    await look('masters')

    await rowOf('Кароліна')
      .getByRole('button', { name: new RegExp(`${words.retention.table.lost} \\d+`) })
      .first()
      .click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('Кароліна').first().waitFor()
    const people = drawer.getByRole('listitem')
    await people.first().waitFor()
    const lost = Number((await drawer.getByRole('status').innerText()).replace(/\D/g, ''))
    expect(await people.count()).toBe(lost)
    await look('people')

    await drawer.getByRole('button', { name: words.common.export }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(lost + 1)
    await page.close()
  })

  // each language once, each screen at least once: the walk above has them all
  if (screen !== (language === 'uk' ? 'desktop' : 'phone')) return
  test('every screen of the demo salon can be read', async () => {
    const { page, look } = await visit(stage, screen, language)
    await page.goto('/retention?base=2025-11&return=60d&tab=service')
    const lashes = page.locator('tr, li').filter({ hasText: 'Нарощування вій' })
    await lashes.waitFor()
    expect((await lashes.innerText()).replace(/\s/g, '')).toContain('60%')
    await look('services')
    await page.goto(`${DECEMBER}&tab=flows`)
    await page.getByText(words.retention.flows.stayed).first().waitFor()
    await look('flows')
    await page.goto('/retention?base=2026-03&return=next')
    const answer = page.getByRole('region', { name: words.retention.cameBack })
    await answer.waitFor()
    expect(await answer.innerText(), 'no rate before the time is over').not.toContain('%')
    await look('so-far')
    await page.goto('/clients')
    await page
      .getByRole('link', { name: /\p{L}+ \p{L}+/u })
      .nth(3)
      .waitFor()
    await look('clients')
    await page.goto('/clients/300')
    await page.getByRole('heading', { name: words.client.gaps }).waitFor()
    await look('client')
    await page.goto('/settings')
    await page.getByRole('heading', { name: words.settings.title }).waitFor()
    await look('settings')
    await page.close()
  })
})
