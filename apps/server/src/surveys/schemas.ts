import { SURVEY_BANDS } from '@comeback/retention'
import { z } from '@hono/zod-openapi'
import { PageParams, pageFields } from '../http/paging.ts'
import { rowIdParam } from '../http/row-id.ts'

const count = z.number().int()
const share = z.number().min(-1).max(1)

/** Clients by their last answer. */
export const BandParam = z.object({ band: z.enum(SURVEY_BANDS) })

export const AnswersParams = PageParams.extend({
  band: z
    .enum(SURVEY_BANDS)
    .optional()
    .openapi({ description: 'detractors: 0 to 6; passives: 7 and 8; promoters: 9 and 10; absent: all' }),
  clientId: rowIdParam.optional().openapi({ description: 'Every answer of this client; absent: the last one of each' }),
})

export const SurveyAnswersAnswer = z
  .object({
    promoters: count.openapi({ description: 'Clients whose last answer is 9 or 10' }),
    passives: count.openapi({ description: '7 or 8' }),
    detractors: count.openapi({ description: '0 to 6' }),
    netPromoter: z.object({ score: share, low: share, high: share }).nullable().openapi({
      description:
        'Share of promoters less share of detractors with its 95 % interval, −1 to 1; null: fewer than 10 answers',
    }),
    answers: z.array(
      z.object({
        id: z.uuid(),
        clientId: count,
        name: z.string().openapi({ description: 'Empty: erased, or not for you to see' }),
        score: count.min(0).max(10),
        comment: z.string(),
        at: z.iso.datetime(),
        campaign: z
          .object({
            id: z.uuid(),
            name: z.string(),
            automationId: z.uuid().nullable().openapi({ description: 'null: sent by a person' }),
          })
          .nullable()
          .openapi({ description: 'Whose message asked; null: it is gone' }),
      }),
    ),
    ...pageFields,
  })
  .openapi('SurveyAnswers')
