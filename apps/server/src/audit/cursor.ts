import { AppError } from '../errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An event's id as what a caller hands back for the page after it. */
export function cursorOf(id: string | null): string | null {
  return id && Buffer.from(id).toString('base64url')
}

/** The id in a cursor; `null` without one. Throws `badRequest` for a text that is none of ours. */
export function readCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!UUID.test(id)) throw new AppError('badRequest', { field: 'cursor' })
  return id
}
