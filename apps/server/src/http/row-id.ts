import { z } from '@hono/zod-openapi'

/** Numbers of rows, as the database has them: it can hold no greater one. */
const LARGEST = 2_147_483_647

/** The number of a client, an import and whatever else has one, in a body. */
export const rowId = z.number().int().min(1).max(LARGEST)

/** The same in a path or a query. */
export const rowIdParam = z.coerce.number().int().min(1).max(LARGEST)
