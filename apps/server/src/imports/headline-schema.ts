import { z } from '@hono/zod-openapi'
import { DOUBTS } from '../intake/index.ts'

const count = z.number().int().nonnegative()
const rate = z.number().nullable()

const outcome = { served: count, returned: count, rate }

/** The headline rate and what doubtful rows do to it, of a file and of a workspace. */
export const HeadlineAnswer = z
  .object({
    month: z.string().openapi({ example: '2026-02', description: 'The last month whose next month is over' }),
    ...outcome,
    effects: z.array(
      z.object({
        kind: z.enum(DOUBTS),
        count: count.openapi({ description: 'Lines in doubt; of probable duplicates: clients' }),
        ...outcome,
      }),
    ),
  })
  .openapi('Headline')
