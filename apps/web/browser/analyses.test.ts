import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Cohorts, Comparison, Curve, CurveGroup, FairRow } from '../src/api/types.ts'
import { en } from '../src/i18n/en/index.ts'
import { formatsOf } from '../src/i18n/format.ts'
import { ru } from '../src/i18n/ru/index.ts'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { visit } from './visitor.ts'

const WORDS = { uk, ru, en }

const stage = startStage()

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`${stage.server.url}/api/reports/${path}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()

/** The row of a table, or the card on a phone, that begins with the name. */
const rowOf = (page: Page, region: string, name: string) =>
  page.getByRole('region', { name: region }).locator('tbody tr, li').filter({ hasText: name })

/** The last step of a curve on or before a day, as its definition says. */
const backBy = ({ points }: CurveGroup, day: number) => points.filter(({ t }) => t <= day).at(-1)?.returned ?? 0
const awaitedAt = ({ points }: CurveGroup, day: number) => points.find(({ t }) => t >= day)?.atRisk ?? 0

describe.each([
  { screen: 'desktop', language: 'uk' },
  { screen: 'phone', language: 'en' },
] as const)('analyses on a $screen in $language', ({ screen, language }) => {
  const words = WORDS[language]
  const formats = formatsOf(language)

  test('the return curve: its numbers are those of the API, groups can be drawn and the day pointed at', async () => {
    const { groups, logRank } = await ask<Curve>('curve?base=2025-Q4&by=staff')
    expect(logRank!.p).toBeLessThan(0.001)
    const { page, look } = await visit(stage, screen, language)
    await page.goto('/retention?base=2025-Q4&return=next&tab=curve')
    await page.getByRole('combobox', { name: words.curve.by }).selectOption('staff')
    await page.getByText(words.curve.among.staff).first().waitFor()
    for (const group of groups) {
      const text = plain(await rowOf(page, words.curve.table.title, group.key!).innerText())
      for (const day of [30, 45, 60, 90]) expect(text).toContain(plain(formats.percent(backBy(group, day))))
      expect(text).toContain(String(group.events))
      expect(text).toContain(group.median === null ? words.curve.table.notHalf : `${group.median} `)
    }
    const awaited = page.getByRole('table', { name: words.curve.atRisk }).locator('tbody tr')
    await awaited.first().waitFor()
    expect(await awaited.count()).toBe(5)
    const step = screen === 'phone' ? 60 : 30
    expect(
      plain(await awaited.nth(1).innerText())
        .split(' ')
        .slice(1, 4),
    ).toEqual([0, step, 2 * step].map((day) => String(awaitedAt(groups[1]!, day))))
    await page.getByRole('checkbox', { name: words.curve.table.draw.replace('{{group}}', 'Марта') }).check()
    await awaited.nth(5).waitFor()
    expect(decodeURIComponent(page.url())).toContain('show=staff:Марта')
    const picture = page.getByRole('img', { name: /Марта/ })
    await picture.hover({ position: { x: 150, y: 120 } })
    await page
      .getByText(/\(\d+–\d+\s?%\)/)
      .first()
      .waitFor()
    await look('curve')
    await page.close()
  })

  test('cohorts: a cell says its share in words and opens its people; the arrow keys move on', async () => {
    const { cohorts } = await ask<Cohorts>('cohorts')
    const october = cohorts.find(({ month }) => month === '2025-10')!
    const cell = october.cells[3]!
    const { page, look } = await visit(stage, screen, language)
    await page.goto('/retention?tab=cohorts')
    const row = page
      .getByRole('table', { name: words.cohorts.title })
      .getByRole('row')
      .filter({
        hasText: formats.shortMonthYear('2025-10-01'),
      })
    const button = row.getByRole('button').nth(3)
    await button.waitFor()
    expect(await button.innerText()).toBe(String(Math.round(cell.share * 100)))
    expect(plain((await button.getAttribute('title')) ?? '')).toContain(plain(formats.percent(cell.share)))
    await button.focus()
    await page.keyboard.press('ArrowRight')
    expect(
      await row
        .getByRole('button')
        .nth(4)
        .evaluate((element) => element === document.activeElement),
    ).toBe(true)
    await look('cohorts')
    await button.click()
    const people = page.getByRole('dialog').getByRole('listitem')
    await people.first().waitFor()
    expect(await people.count()).toBe(cell.clients)
    await look('cohort-people')
    await page.goBack()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText(words.cohorts.money, { exact: true }).click()
    await page.getByText(words.cohorts.textMoney).waitFor()
    expect(plain(await button.innerText())).toBe(plain(formats.amount(cell.revenue!, 'UAH')))
    await page.close()
  })

  test('masters: raw and fair side by side, with the verdict, what was expected and why', async () => {
    const answer = await ask<Comparison>('comparison?base=2025-12&return=next')
    const rows = 'rows' in answer ? answer.rows : []
    const of = (name: string): FairRow => rows.find(({ key }) => key === name)!
    const { page, look } = await visit(stage, screen, language)
    await page.goto('/retention?base=2025-12&return=next&tab=staff')
    const fair = async (name: string) => plain(await rowOf(page, words.fair.table.verdict, name).innerText())
    await rowOf(page, words.fair.table.verdict, 'Кароліна').waitFor()
    expect(of('Кароліна').verdict).toBe('wellBelow')
    expect(await fair('Кароліна')).toContain(words.fair.verdict.wellBelow)
    expect(await fair('Марта')).toContain(words.fair.verdict.asExpected)
    for (const name of ['Кароліна', 'Марта', 'Юлія']) {
      const { rate, expected, shrunk } = of(name)
      for (const share of [rate, expected!, shrunk]) expect(await fair(name)).toContain(plain(formats.percent(share)))
    }
    expect(await fair('Ілля'), 'five of his clients are of a kind others serve').toContain(words.fair.verdict.alone)
    await page.getByRole('list', { name: words.fair.picture.title }).scrollIntoViewIfNeeded()
    await look('fair')
    await rowOf(page, words.fair.table.verdict, 'Кароліна').getByRole('button').click()
    await page.getByText(words.fair.parts, { exact: true }).waitFor()
    expect(await page.getByRole('dialog').getByRole('row').count()).toBe(of('Кароліна').strata.length + 1)
    await page.close()
  })

  test('the report as of a past day, and the way back', async () => {
    const { page, look } = await visit(stage, screen, language)
    await page.goto('/retention?base=2025-12&return=next&asOf=2026-01-15')
    const answer = page.getByRole('region', { name: words.retention.cameBack })
    await answer.waitFor()
    expect(await answer.innerText(), 'the time was not over').not.toContain('%')
    await look('as-of')
    await page.getByRole('button', { name: formats.shortDate('2026-01-15') }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.common.asOfNow }).click()
    await page.getByRole('button', { name: words.retention.asOf.today }).waitFor()
    expect(page.url()).toContain('base=2025-12')
    expect(page.url()).not.toContain('asOf')
    await answer.getByText(formats.percent(0.64)).first().waitFor()
    await page.close()
  })
})
