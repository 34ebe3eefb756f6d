import { configureLog, log } from './log/index.ts'
import { readOperationsSettings } from './operations/index.ts'
import { type ServerOptions, startServer } from './start-server.ts'
import { whyNotStarted } from './why-not-started.ts'

/** A signal often comes twice within moments: a terminal sends it to `npm start` and to the server it hands it on to. */
const SAME_SIGNAL_MS = 500

/** Serves until the process is told to stop; what keeps it from starting is said in one line. */
export async function runServer(options: ServerOptions): Promise<void> {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      log.error('the server ends: an error nobody caught', {}, error)
      process.exit(1)
    })
  }
  try {
    configureLog({ level: readOperationsSettings().logLevel, human: process.stderr.isTTY === true })
    const { url, setupCode, close } = await startServer(options)
    // scripts and process managers read this line
    console.log(`Comeback is at ${url}`)
    if (setupCode !== null) console.log(`Set-up code for the first account: ${setupCode}`)
    stopOnSignal(close)
  } catch (error) {
    const reason = whyNotStarted(error)
    if (reason === null) log.error('not started', {}, error)
    else log.error('not started', { reason })
    process.exit(1)
  }
}

/** The first signal stops in order, a second one at once. */
function stopOnSignal(close: () => Promise<void>) {
  let since: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      const now = performance.now()
      if (since !== null) {
        if (now - since < SAME_SIGNAL_MS) return
        log.warn('stopped at once by a second signal', { signal })
        process.exit(1)
      }
      since = now
      await close()
      log.info('stopped')
      process.exit(0)
    })
  }
}
