import { expect, test } from 'vitest'
import { en } from '../src/i18n/en/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const stage = startStage()

/** Eight clients in January; those with an even number came again in February, and a ninth in March. */
function visits(): string {
  const rows = ['client_id,client_name,phone,starts_at,status,staff,service,price']
  for (let client = 1; client <= 8; client++) {
    const days = client % 2 === 0 ? ['2026-01-10', '2026-02-10'] : ['2026-01-10']
    for (const day of days)
      rows.push(`${client},Client ${client},+38067111220${client},${day} 12:00,completed,Марта,Манікюр,500`)
  }
  rows.push('9,Client 9,+380671112209,2026-03-02 12:00,completed,Марта,Манікюр,500')
  return rows.join('\n')
}

test('the lost list becomes a group, and a live group counts who meets its conditions', async () => {
  await stage.server.importFile(visits())
  const owner = await signUp(stage)
  const { page, context, look } = await visit(stage, 'desktop', 'en', owner)
  await page.goto('/retention?base=2026-01&return=next')
  await page.getByRole('button', { name: en.groups.make }).click()
  await page.getByRole('button', { name: en.groups.open }).click()
  await page.getByRole('switch', { name: 'Do not write to those who came after' }).waitFor()
  await page.locator('tbody tr').filter({ hasText: 'Client 7' }).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(4)
  await look('group')

  await page.getByRole('link', { name: en.nav.groups }).click()
  await page.getByRole('link', { name: en.groups.newLive }).click()
  await page
    .getByRole('button', { name: en.groups.removeCondition.replace('{{name}}', en.groups.condition.outcome) })
    .click()
  await page.getByText(en.groups.problem.empty).waitFor()
  await page.getByRole('button', { name: en.groups.add }).click()
  await page.getByRole('menuitem', { name: en.groups.condition.visits }).click()
  await page.getByLabel(en.groups.from).fill('2')
  await page.getByText('4 clients', { exact: true }).waitFor()
  await look('group-rule')
  await page.getByLabel(en.groups.nameLabel).fill('Came twice')
  await page.getByRole('button', { name: en.groups.make }).click()
  await page.getByRole('heading', { name: 'Came twice' }).waitFor()
  await page.getByText('Client 8').first().waitFor()
  await context.close()
})
