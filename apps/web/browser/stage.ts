import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type SalonServer, startSalonServer } from './salon-server.ts'

/** A browser and the server it looks at. */
export interface Stage {
  browser: Browser
  server: SalonServer
}

/** Both for the tests of a file: there before the first of them, gone after the last. `settings` are the server's. */
export function startStage(settings: NodeJS.ProcessEnv = {}): Stage {
  const stage = {} as Stage
  beforeAll(async () => {
    stage.server = await startSalonServer(settings)
    stage.browser = await launchChromium()
  })
  afterAll(async () => {
    await stage.browser?.close()
    await stage.server?.stop()
  })
  return stage
}
