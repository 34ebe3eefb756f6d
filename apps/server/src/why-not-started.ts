import { NewerDatabaseError } from './database/index.ts'
import { AppError } from './errors.ts'
import { ContactsKeyError } from './vault/index.ts'

/** In one line, what keeps a server or a command from working here; `null` for what nobody foresaw. */
export function whyNotStarted(error: unknown): string | null {
  if (error instanceof AppError && error.code === 'dataFolderInUse') {
    const { address, value, file } = error.details
    return `Another Comeback runs on ${file}: ${address ?? `process ${value}`}`
  }
  if (error instanceof ContactsKeyError || error instanceof NewerDatabaseError) return error.message
  const codes = codesOf(error)
  if (codes.includes('EADDRINUSE')) return 'The port is taken. Start on another one: PORT=4601 npm start'
  if (codes.includes('ECONNREFUSED') || codes.includes('ENOTFOUND')) return 'PostgreSQL does not answer at DATABASE_URL'
  if (codes.includes('28P01')) return 'PostgreSQL refuses the password of DATABASE_URL'
  if (codes.includes('3D000')) return 'PostgreSQL has no database of the name in DATABASE_URL: createdb makes it'
  return null
}

function codesOf(error: unknown): unknown[] {
  return error instanceof Error ? [(error as NodeJS.ErrnoException).code, ...codesOf(error.cause)] : []
}
