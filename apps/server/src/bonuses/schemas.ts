import { z } from '@hono/zod-openapi'
import { pageFields } from '../http/paging.ts'
import { rowId, rowIdParam } from '../http/row-id.ts'
import { OPERATION_KINDS } from './accounts.ts'
import { MOST_POINTS } from './accrue-to.ts'

const points = z.number().int().min(1).max(MOST_POINTS)
const day = z.iso.date()
const minor = (description: string) =>
  z
    .number()
    .int()
    .openapi({ description: `${description}, minor units` })

const request = {
  key: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .openapi({ description: 'Made by who asks, a UUID for one: the same request with it is done once, for good' }),
  reason: z.string().trim().max(200).default(''),
}
const expiresOn = day
  .nullable()
  .optional()
  .openapi({ description: 'The last day they are good; null: without end; absent: as the rules have it' })

export const ClientParam = z.object({ id: rowIdParam })
export const OperationParam = z.object({ id: z.uuid() })

export const GiveBody = z
  .object({
    points: points.optional(),
    paidMinor: z.number().int().min(1).max(100_000_000_000).optional().openapi({
      description: 'Instead of points: what was paid in money, minor units, of which the rules give a share',
    }),
    expiresOn,
    ...request,
  })
  .refine(({ points, paidMinor }) => (points === undefined) !== (paidMinor === undefined), 'either points or paidMinor')
  .openapi('BonusAccrual')

export const RedeemBody = z
  .object({ points, billMinor: z.number().int().min(1).max(100_000_000_000), ...request })
  .openapi('BonusRedemption')

export const ReverseBody = z.object(request).openapi('BonusReversal')

const To = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clients'), ids: z.array(rowId).min(1).max(5000) }),
  z.object({ kind: z.literal('group'), id: z.uuid() }),
])
export type BonusesTo = z.infer<typeof To>

export const PreviewBody = z.object({ to: To, points }).openapi('BonusesPreview')
export const GiveManyBody = z.object({ to: To, points, expiresOn, ...request }).openapi('BonusesForMany')

export const PreviewAnswer = z.object({
  clients: z.number().int().openapi({ description: 'Who will get them' }),
  without: z.number().int().openapi({ description: 'Asked for, but erased or not in the book' }),
  points: z.number().int(),
  mostMinor: minor('What it costs if all of it is used'),
})

const operation = {
  id: z.uuid(),
  clientId: z.number().int(),
  kind: z.enum(OPERATION_KINDS),
  change: z.number().int().openapi({ description: 'What it did to the balance of the client' }),
  minor: minor('Worth of the points that moved'),
  reason: z.string(),
  day,
  at: z.iso.datetime(),
  who: z.object({ kind: z.string(), name: z.string() }),
  expiresOn: day.nullable(),
  billMinor: z.number().int().nullable(),
  reverses: z.uuid().nullable().openapi({ description: 'The operation it undoes' }),
  undoable: z.number().int().openapi({ description: 'Points that undoing it would move now; 0: it cannot be undone' }),
}

export const StatementAnswer = z
  .object({
    balance: z.number().int(),
    minor: minor('Worth of the balance'),
    lots: z.array(z.object({ points: z.number().int(), expiresOn: day.nullable(), pointMinor: z.number().int() })),
    operations: z.array(z.object(operation)),
    ...pageFields,
  })
  .openapi('BonusStatement')

export const OperationsAnswer = z
  .object({
    operations: z.array(z.object({ ...operation, name: z.string().openapi({ description: 'Of the client' }) })),
    ...pageFields,
  })
  .openapi('BonusOperations')

const share = z.number().min(0).nullable()

export const LiabilityAnswer = z
  .object({
    on: day,
    outstanding: z.object({ points: z.number(), minor: z.number(), clients: z.number().int() }),
    byExpiry: z.array(z.object({ month: z.string().nullable(), points: z.number(), minor: z.number() })),
    months: z.array(
      z.object({
        month: z.string(),
        given: z.number(),
        redeemed: z.number(),
        redeemedMinor: z.number(),
        expired: z.number(),
      }),
    ),
    facts: z.object({
      bills: z.number().int().openapi({ description: 'In which bonuses were used' }),
      redeemedShare: share.openapi({
        description:
          'Of the points whose last day is over, how many were used; null while fewer than 20 accruals ended',
      }),
      expectedMinor: z.number().nullable().openapi({ description: 'What the outstanding will cost at that share' }),
      paidShare: share.openapi({ description: 'Of those bills, the share bonuses paid' }),
      paidMinor: z.number(),
      moneyWithBonuses: z.number().openapi({ description: 'Paid in money in those bills, minor units' }),
    }),
  })
  .openapi('BonusLiability')
