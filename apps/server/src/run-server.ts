import { AppError } from './errors.ts'
import { type ServerOptions, startServer } from './start-server.ts'

/** Serves until the process is told to stop; what keeps it from starting is said in one line. */
export async function runServer(options: ServerOptions): Promise<void> {
  try {
    const { url, close } = await startServer(options)
    console.log(`Comeback is at ${url}`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, async () => {
        await close()
        process.exit(0)
      })
    }
  } catch (error) {
    const reason = whyNotStarted(error)
    if (reason === null) throw error
    console.error(reason)
    process.exit(1)
  }
}

function whyNotStarted(error: unknown): string | null {
  if (error instanceof AppError && error.code === 'dataFolderInUse') {
    const { address, value, file } = error.details
    return `Another Comeback runs on ${file}: ${address ?? `process ${value}`}`
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return 'The port is taken. Start on another one: PORT=4601 npm start'
  return null
}
