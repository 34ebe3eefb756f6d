import { z } from '@hono/zod-openapi'
import { ERROR_CODES } from '../errors.ts'
import { rowIdParam } from '../http/row-id.ts'
import { FIELDS, JOIN_BY, REJECT_CODES, TABLE_FORMATS } from '../intake/index.ts'
import { isTimeZone } from '../today.ts'
import { PAST_SCHEDULED } from '../workspace/index.ts'
import { HeadlineAnswer } from './headline-schema.ts'
import { IMPORT_STATES } from './import.ts'

const count = z.number().int().nonnegative()
const field = z.enum(FIELDS)
const later = count.optional().openapi({ description: 'Not of files read before it was counted' })

const Settings = z.object({
  dateOrder: z.enum(['dmy', 'mdy']),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().refine(isTimeZone, 'not an IANA time zone'),
  pastScheduled: z.enum(PAST_SCHEDULED),
  joinBy: z.enum(JOIN_BY),
})

const Quality = z
  .object({
    rows: count,
    used: count,
    rejected: count,
    appointments: count,
    clients: count,
    firstDay: z.string().nullable(),
    lastDay: z.string().nullable(),
    statusSource: z.object({ explicit: count, paid: count, inferred: count }),
    pastWithoutStatus: count,
    withoutClient: count,
    withoutPhone: count,
    withoutPrice: count,
    withoutStaff: count,
    withoutBookedAt: count,
    probableDuplicates: count,
    severalPhones: count,
    unreadablePhones: count,
    severalBirthdays: later,
    unreadableBirthdays: later,
    unknownLanguages: later,
    placeholderBirthdays: later,
    sharedReceipts: count,
    refunds: count,
    products: count,
  })
  .openapi('DataQuality')

const Reject = z
  .object({
    row: count,
    column: z.string().nullable(),
    code: z.enum(REJECT_CODES),
    value: z.string(),
    otherRow: count.optional(),
  })
  .openapi('Reject')

const Inspection = z
  .object({
    format: z.enum(TABLE_FORMATS),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheets: z.array(z.string()).nullable(),
    sheet: z.string().nullable(),
    headerRow: count,
    columns: z.array(
      z.object({
        header: z.string(),
        field: field.nullable(),
        guessed: z.boolean(),
        samples: z.array(z.string()),
      }),
    ),
    missing: z.array(field).openapi({ description: 'Fields the file cannot be read without: map a column to them' }),
    ambiguous: z.array(z.object({ field, columns: z.array(z.string()) })),
    passedOver: z.array(z.object({ field, column: z.string(), chosen: z.string() })),
    settings: Settings,
    dateOrderDoubtful: z.boolean(),
    assumedStatus: z.enum(['no_show', 'cancelled']).nullable(),
    preview: z.array(z.object({ row: count, values: z.partialRecord(field, z.string()) })),
    quality: Quality.nullable().openapi({ description: 'null while columns are missing or ambiguous' }),
    headline: HeadlineAnswer.nullable().openapi({ description: 'The rate as this file alone would give it' }),
    rejects: z.array(Reject).openapi({ description: 'The first 100' }),
    rejectCount: count,
  })
  .openapi('Inspection')

const Failure = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const ImportAnswer = z
  .object({
    id: count,
    fileName: z.string(),
    size: count.openapi({ description: 'Bytes' }),
    state: z.enum(IMPORT_STATES),
    progress: z
      .object({ done: count, total: count })
      .nullable()
      .openapi({ description: 'Lines stored, or parts taken back, while the import is at work' }),
    createdAt: z.iso.datetime(),
    error: Failure.nullable(),
    inspection: Inspection.nullable(),
    result: z
      .object({ created: count, updated: count, unchanged: count, clientsCreated: count })
      .nullable()
      .openapi({ description: 'Appointments created, updated and unchanged; clients created' }),
  })
  .openapi('Import')

export const CorrectionBody = z
  .object({
    sheet: z.string().min(1).optional(),
    mapping: z
      .partialRecord(field, z.string().nullable())
      .optional()
      .openapi({ description: 'Header of the column that holds each field; null: none does' }),
    settings: Settings.partial().optional(),
  })
  .openapi('ImportCorrection')

export const UploadParams = z.object({ name: z.string().min(1).max(255) })
export const ImportParam = z.object({ id: rowIdParam })
export const RejectsParams = z.object({ lang: z.enum(['uk', 'ru', 'en']).default('uk') })
