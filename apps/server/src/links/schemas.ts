import { z } from '@hono/zod-openapi'
import { BookingSettings } from './booking-page.ts'

export const BookingChangeBody = BookingSettings.partial().openapi('BookingSettingsChange')

export const BookingAnswer = z
  .object({
    settings: BookingSettings,
    publicUrl: z.string().nullable().openapi({ description: 'Address of the hosted page for everybody; null: closed' }),
    address: z.string().openapi({ description: 'Under which address links of messages are' }),
    onlyHere: z.boolean().openapi({ description: 'Only this machine can open it: clients cannot' }),
  })
  .openapi('BookingPage')
