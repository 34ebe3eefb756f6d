import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import type { Env } from '../http/env.ts'
import { nextPage, readCursor } from '../http/paging.ts'
import { type ListOptions, type ListPlace, PEOPLE_SORTS } from './list-people.ts'

type Order = Pick<ListOptions, 'sort' | 'desc'>

/** A cursor of a list of people: how it is sorted, as of which day, and what its last row was sorted by. */
const Cursor = z.object({
  sort: z.enum(PEOPLE_SORTS),
  desc: z.boolean(),
  asOf: z.number().int(),
  key: z.union([z.string(), z.number(), z.null()]),
  id: z.number().int(),
})

/**
 * Where a request for people goes on; `null` for a first page. All pages are as of the day of the first one, whatever
 * comes in meanwhile. Throws `badCursor`, also for one of another order.
 */
export function readPlace(c: Context<Env>, { sort, desc }: Order): z.infer<typeof Cursor> | null {
  const cursor = readCursor(c, Cursor)
  if (cursor && (cursor.sort !== sort || cursor.desc !== desc)) throw new AppError('badCursor', { field: 'cursor' })
  return cursor
}

/** Tells where the page after this one begins. */
export function nextPeople(c: Context<Env>, { sort, desc }: Order, asOf: number, last: ListPlace | null) {
  return nextPage(c, last && { sort, desc, asOf, ...last })
}
