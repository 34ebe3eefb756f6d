import { expect, test } from 'vitest'
import { uk } from '../src/i18n/uk/index.ts'
import { startStage } from './stage.ts'
import { signUp, visit } from './visitor.ts'

const SCREENS = [
  ...['/retention', '/retention?tab=cohorts', '/retention?tab=flows', '/due', '/clients', '/clients/1'],
  ...['/quality', '/settings', '/sign-in', '/register'],
]
/** For whoever is signed in; no menu leads a stranger there. */
const OWNERS = ['/import', '/members', '/account', '/audit', '/privacy', '/settings/api', '/host', '/settings']

const stage = startStage()

test('no screen does what the content security policy forbids', async () => {
  const { page, context } = await visit(stage, 'desktop', 'uk')
  const violations: string[] = []
  await page.exposeFunction('violated', (what: string) => violations.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const { violated } = globalThis as unknown as { violated(what: string): void }
      violated(`${location.pathname}${location.search}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
    })
  })
  const look = async (path: string) => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  for (const path of SCREENS) await look(path)
  // what a chart says under the pointer is markup with style attributes
  await look('/overview')
  await page.locator('canvas').first().hover()
  await context.addCookies((await signUp(stage)).cookies)
  for (const path of OWNERS) await look(path)
  await page.getByRole('button', { name: 'Олена' }).click()
  await page.getByRole('menuitem', { name: uk.account.title }).waitFor()
  await look('/api')
  await page.getByText('/api/session', { exact: true }).first().click()
  await page.getByText('200', { exact: true }).first().waitFor()
  expect(violations).toEqual([])
  // and the browser does hold to it
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('script'), { text: '1' })))
  await expect.poll(() => violations.join()).toContain('/api: script-src-elem inline')
  await context.close()
}, 120_000)
