import { PRESETS } from '@comeback/retention'
import { z } from '@hono/zod-openapi'

const day = z.string().openapi({ example: '2026-01-31' })
const month = z.string().openapi({ example: '2026-01' })
const count = z.number().int()
const share = z.number().nullable()
const amount = z.number().nullable().openapi({ description: 'minor units of the workspace currency' })
const name = z.string().nullable()

/** An answer, or the reason why the data cannot give it. */
const orReason = <T extends z.ZodType>(answer: T) => z.union([answer, z.object({ reason: z.string() })])

export const CurveAnswer = z
  .object({
    exactUpTo: count,
    groups: z.array(
      z.object({
        key: name,
        n: count,
        events: count,
        median: z.number().nullable(),
        points: z.array(
          z.object({
            t: count,
            atRisk: count,
            events: count,
            censored: count,
            returned: z.number(),
            low: share,
            high: share,
          }),
        ),
      }),
    ),
    logRank: z.object({ chi2: z.number(), df: count, p: z.number() }).nullable(),
  })
  .openapi('ReturnCurve')

export const CohortsAnswer = z
  .object({
    cohorts: z.array(
      z.object({
        month,
        size: count,
        mayNotBeNew: z.boolean(),
        cells: z.array(
          z.object({ k: count, share: z.number(), clients: count, partial: z.boolean(), revenue: amount }),
        ),
      }),
    ),
  })
  .openapi('Cohorts')

const RebookingRow = z.object({
  key: name,
  visits: count,
  rebooked: count,
  rate: share,
  rateLow: share,
  rateHigh: share,
  rebookedSame: count.nullable(),
  rateSame: share,
  kept: count,
  keptRate: share,
})

export const RebookingAnswer = orReason(z.object({ total: RebookingRow, rows: z.array(RebookingRow) })).openapi(
  'Rebooking',
)

const byNewness = z.object({ new: amount, returning: amount, regular: amount })
const retention = z
  .object({ served: count, returned: count, rate: share, low: share, high: share })
  .nullable()
  .openapi({ description: 'null until the time to return is over for all' })

export const HealthAnswer = z
  .object({
    months: z.array(
      z.object({
        month,
        partial: z.boolean(),
        mayNotBeNew: z.boolean(),
        served: count,
        new: count,
        returning: count,
        regular: count,
        newRegular: count.openapi({ description: 'regular ones among the new' }),
        newShare: share,
        returningShare: share,
        regularShare: share,
        visits: count,
        visitsPerClient: z.number().nullable(),
        revenue: byNewness,
        averageTicket: byNewness,
        firstVisitRetention: retention,
        returningRetention: retention,
        cancelledShare: share,
        noShowShare: share,
      }),
    ),
  })
  .openapi('BaseHealth')

export const ComparisonAnswer = orReason(
  z.object({
    mean: z.number().nullable(),
    kappa: z.number().nullable(),
    rows: z.array(
      z.object({
        key: name,
        served: count,
        returned: count,
        rate: z.number(),
        rateLow: z.number(),
        rateHigh: z.number(),
        expected: share,
        z: z.number().nullable(),
        verdict: z.enum(['tooFew', 'wellBelow', 'below', 'asExpected', 'above', 'wellAbove']),
        shrunk: z.number(),
        strata: z
          .array(
            z.object({
              isNew: z.boolean(),
              category: name,
              served: count,
              returned: count,
              othersServed: count,
              othersReturned: count,
            }),
          )
          .openapi({ description: 'the clients by newness and category, what the verdict is made of' }),
      }),
    ),
  }),
).openapi('StaffComparison')

const span = z.object({ from: day, to: day })

export const OtherToolsAnswer = z
  .object({
    tools: z.array(
      z.object({
        preset: z.enum(PRESETS),
        rule: z.object({ base: span, back: span.nullable(), days: count.nullable() }),
        numerator: count,
        denominator: count,
        open: count,
        rate: share,
        reason: z.string().nullable(),
        ours: share,
        oursReason: z.string().nullable(),
      }),
    ),
  })
  .openapi('OtherTools')
