import { CADENCE_STATES } from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { FORECAST_STATES } from './forecast.ts'

const day = z.string().openapi({ example: '2026-01-31' })
const count = z.number().int()
const value12m = z.number().nullable().openapi({ description: 'expected revenue of the next 12 months, minor units' })
const forecast = z.enum(FORECAST_STATES)
const reason = z.object({ reason: z.enum(['tooFewClients', 'tooFewRepeaters', 'notIdentifiable']) })

export const LifetimeAnswer = z
  .object({
    forecast,
    model: z
      .union([
        z.object({
          kind: z.enum(['bgnbd', 'mbgcnbd']),
          k: count,
          r: z.number(),
          alpha: z.number(),
          a: z.number(),
          b: z.number(),
          logLikelihood: z.number(),
          p: z.number().nullable(),
          q: z.number().nullable(),
          gamma: z.number().nullable(),
        }),
        reason,
      ])
      .nullable(),
    holdOut: z
      .union([
        z.object({
          from: day,
          to: day,
          clients: count,
          predicted: z.number().openapi({ example: 412 }),
          happened: count.openapi({ example: 405 }),
          misses: z.boolean(),
        }),
        reason,
      ])
      .nullable()
      .openapi({ description: 'visits the model, fitted to what was known before these days, predicted for them' }),
    totals: z.object({ clients: count, alive: z.number(), expectedVisits12m: z.number(), value12m }).nullable(),
  })
  .openapi('Lifetime')

export const RiskAnswer = z
  .object({
    asOf: day,
    shortHistory: z.boolean(),
    forecast,
    states: z.array(z.object({ state: z.enum(CADENCE_STATES), clients: count, value12m })),
    dueThisWeek: z.object({ from: day, to: day, clients: count, value12m }),
  })
  .openapi('Risk')
