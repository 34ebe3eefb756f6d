import { parseArgs } from 'node:util'
import { AppError } from './errors.ts'
import { startServer } from './start-server.ts'

const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })

try {
  const { url, close } = await startServer(values)
  console.log(`Comeback is at ${url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await close()
      process.exit(0)
    })
  }
} catch (error) {
  if (error instanceof AppError && error.code === 'dataFolderInUse') {
    console.error(`Another Comeback runs on this data folder: ${error.details.address ?? `process ${error.details.value}`}`)
  } else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error('The port is taken. Start with another one: PORT=4601 npm start')
  } else console.error(error)
  process.exit(1)
}
