import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { en } from '../src/i18n/en/index.ts'
import { formatsOf } from '../src/i18n/format.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { startSalonServer } from './salon-server.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const WORDS = { uk, ru, en }
const DECEMBER = 'base=2025-12&return=next'

const stage = startStage()

// biome-ignore lint/suspicious/noExplicitAny: whatever the server answers, the page is compared with
const api = async (path: string): Promise<any> => (await fetch(`${stage.server.url}/api/reports/${path}`)).json()

/** Text of the page with every space alike. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

async function peopleShown(page: Page): Promise<number> {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('status').waitFor()
  await expect.poll(async () => (await drawer.getByRole('status').innerText()).replace(/\D/g, '')).not.toBe('')
  return Number((await drawer.getByRole('status').innerText()).replace(/\D/g, ''))
}

describe.each([
  { screen: 'desktop', language: 'uk' },
  { screen: 'phone', language: 'ru' },
] as const)('the months and the next appointment on a $screen in $language', ({ screen, language }) => {
  const words = WORDS[language]
  const formats = formatsOf(language)

  test('the overview shows the months of the API and opens their people', async () => {
    const { months } = await api('health')
    const [before, march, april] = months.slice(-3)
    const { page, look } = await visit(stage, screen, language)
    await page.goto('/overview')
    await page.getByRole('heading', { level: 1, name: words.overview.title }).waitFor()
    const tiles = page.getByRole('region', { name: new RegExp(formats.month('2026-03-01'), 'i') }).nth(1)
    const shown = plain(await tiles.innerText())
    for (const value of [march.served, march.new, before.served, before.new]) expect(shown).toContain(`${value}`)
    expect(shown).toContain(plain(formats.percent(march.regularShare)))

    const rowOf = (month: string) =>
      page.locator(screen === 'phone' ? 'li' : 'tr').filter({ hasText: new RegExp(formats.month(`${month}-01`), 'i') })
    expect(await page.locator(screen === 'phone' ? 'details' : 'tbody tr').count()).toBe(12)
    expect(plain(await rowOf(april.month).innerText())).toContain(words.overview.partialShort)
    const december = months.find(({ month }: { month: string }) => month === '2025-12')
    if (screen === 'phone') await rowOf('2025-12').locator('summary').click()
    const numbers = plain(await rowOf('2025-12').innerText())
    for (const value of [december.served, december.new, december.returning, december.regular])
      expect(numbers).toContain(`${value}`)
    expect(numbers).toContain(plain(formats.percent(december.firstVisitRetention.rate)))
    await page.locator('canvas').first().waitFor()
    await look('overview')

    await page.getByText(words.overview.spans['24']).click()
    await page.waitForURL(/months=24/)
    expect(await page.locator(screen === 'phone' ? 'details' : 'tbody tr').count()).toBe(24)
    await page.getByRole('button', { name: words.common.export }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ])
    expect((await readFile(await download.path(), 'utf8')).trim().split('\n')).toHaveLength(25)

    await tiles.getByRole('link').nth(1).click()
    await page.waitForURL(/retention.*new=1/)
    expect(await peopleShown(page)).toBe(march.new)
    await page.close()
  })

  test('the rebooking tab shows the rates of the API, by master and by weekday', async () => {
    const staff = await api('rebooking?base=2025-12&by=staff')
    const { page, look } = await visit(stage, screen, language)
    await page.goto(`/retention?${DECEMBER}&tab=rebooking`)
    const total = page.getByRole('region', { name: words.rebooking.title, exact: true })
    await total.waitFor()
    expect(plain(await total.innerText())).toContain(plain(formats.percent(staff.total.rate)))
    expect(plain(await total.innerText())).toContain(plain(formats.percent(staff.total.keptRate)))
    const rowOf = (name: string) => page.locator('tr, li').filter({ hasText: name })
    for (const row of staff.rows) {
      const text = plain(await rowOf(row.key).innerText())
      for (const value of [row.rate, row.rateSame, row.keptRate]) expect(text).toContain(plain(formats.percent(value)))
    }
    await look('rebooking')
    await rowOf('Кароліна')
      .getByRole('button', { name: new RegExp(words.rebooking.columns.notRebooked) })
      .click()
    await page.waitForURL(/booked=notRebooked/)
    const { total: people } = await api('rebooking/people?base=2025-12&by=staff&group=Кароліна&limit=1')
    expect(await peopleShown(page)).toBe(people)
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: words.rebooking.by }).selectOption('weekday')
    await page.waitForURL(/split=weekday/)
    const days = await api('rebooking?base=2025-12&by=weekday')
    await rowOf(words.rebooking.weekdays.friday).waitFor()
    for (const { key, rate } of days.rows as { key: keyof typeof words.rebooking.weekdays; rate: number }[])
      expect(plain(await rowOf(words.rebooking.weekdays[key]).innerText())).toContain(plain(formats.percent(rate)))
    await look('rebooking-weekday')
    await page.close()
  })

  test('other tools’ numbers open from the rate, each with its rule and ours beside', async () => {
    const { tools } = await api(`other-tools?${DECEMBER}`)
    const { page, look } = await visit(stage, screen, language)
    await page.goto(`/retention?${DECEMBER}`)
    await page.getByRole('button', { name: words.tools.button }).click()
    await page.waitForURL(/tools=1/)
    const panel = page.getByRole('dialog', { name: words.tools.title })
    const items = panel.getByRole('listitem')
    await items.nth(7).waitFor()
    for (const [index, tool] of (tools as { preset: keyof typeof words.tools.presets; rate: number }[]).entries()) {
      const text = plain(await items.nth(index).innerText())
      expect(text).toContain(plain(formats.percent(tool.rate)))
      expect(text).toContain(plain(words.tools.presets[tool.preset].why))
    }
    await look('other-tools')
    await page.goto('/retention?base=2026-03&return=next&tools=1')
    const early = await api('other-tools?base=2026-03&return=next')
    await panel.getByText(words.tools.ours, { exact: true }).waitFor()
    await items.first().waitFor()
    expect(plain(await items.first().innerText())).toContain(`${early.tools[0].open} `)
    await page.close()
  })

  test('a number of the flows opens as many people', async () => {
    const { rows } = await api(`flows?${DECEMBER}`)
    const marta = rows.find(({ staff }: { staff: string }) => staff === 'Марта')
    const { page, look } = await visit(stage, screen, language)
    await page.goto(`/retention?${DECEMBER}&tab=flows`)
    for (const part of ['stayed', 'moved', 'missed'] as const) {
      const name = new RegExp(`^Марта, ${words.retention.flows[part]} ${marta[part]}`)
      await page.getByRole('button', { name }).click()
      expect(await peopleShown(page)).toBe(marta[part])
      await page.getByRole('dialog').getByRole('button', { name: words.common.close }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    const [first] = marta.to.filter(({ staff }: { staff: string }) => staff !== 'Марта')
    await page.getByRole('button', { name: new RegExp(`^Марта, → ${first.staff} ${first.clients}`) }).click()
    expect(await peopleShown(page)).toBe(first.clients)
    await look('flows-people')
    await page.close()
  })
})

test('data without booking times has no rebooking rate, and the page says which column brings it', async () => {
  const own = { browser: stage.browser, server: await startSalonServer() }
  try {
    const rows = ['2024-03', '2024-04', '2024-05'].flatMap((month) =>
      [1, 2, 3].map((client) => `c${client},${month}-0${client} 10:00,Софія,completed`),
    )
    const body = ['client_id,starts_at,staff,status', ...rows].join('\n')
    await own.server.importFile(body)
    const owner = await signUp(own)
    const { page, look } = await visit(own, 'phone', 'uk', owner)
    await page.goto('/retention?base=2024-03&return=next&tab=rebooking')
    await page.getByRole('heading', { name: uk.rebooking.missing.title }).waitFor()
    await page.getByText(/Дата створення/).waitFor()
    await look('rebooking-missing')
    await page.close()
  } finally {
    await own.server.stop()
  }
})
