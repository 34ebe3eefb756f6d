import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import type { Env } from './env.ts'

/** Query string of every list. */
export const PageParams = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .openapi({ param: { description: 'Rows of a page, 1 to 1000', example: 100 } }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .openapi({ param: { description: 'Where to go on: `next` of the page before; absent: from the start' } }),
})

/** What the answer of every list tells besides its rows. */
export const pageFields = {
  next: z
    .string()
    .nullable()
    .openapi({ description: 'Cursor of the next page, null on the last one; the Link header has its whole address' }),
}

/**
 * The place the request's cursor stands for, `null` for a first page. Throws `badCursor` for one of another list,
 * workspace or server, or made up.
 */
export function readCursor<T>(c: Context<Env>, shape: z.ZodType<T>): T | null {
  const text = c.req.query('cursor')
  if (text === undefined) return null
  const opened = c.var.seal.open(purposeOf(c), text)
  const read = shape.safeParse(opened === null ? null : JSON.parse(opened))
  if (opened === null || !read.success) throw new AppError('badCursor', { field: 'cursor' })
  return read.data
}

/**
 * Tells where the next page begins, in the Link header too. Cursors are sealed: a place in an order may be a name or an
 * amount the reader must not see. `null`: this is the last page.
 */
export function nextPage(c: Context<Env>, place: unknown): string | null {
  if (place === null) return null
  const next = c.var.seal.close(purposeOf(c), JSON.stringify(place))
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('cursor', next)
  c.header('link', `<${pathname}?${searchParams}>; rel="next"`)
  return next
}

/** Cuts rows asked for with one more than a page to the page; `last` is `null` when there is no next one. */
export function cutPage<Row>(rows: Row[], limit: number): { rows: Row[]; last: Row | null } {
  const page = rows.slice(0, limit)
  return { rows: page, last: rows.length > limit ? page.at(-1)! : null }
}

function purposeOf(c: Context<Env>): string {
  return `cursor of ${c.req.path} in ${c.var.scope.workspaceId}`
}
