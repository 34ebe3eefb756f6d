import { createRoute } from '@hono/zod-openapi'
import { allow } from '../http/allow.ts'
import { answers, jsonBody } from '../http/answers.ts'
import { routes } from '../http/env.ts'
import { isOnlyHere, pageAddress } from '../page-address.ts'
import { canSeeCalls, canSetBookingPage } from '../permissions.ts'
import { type BookingPage, changeBookingPage, readBookingPage } from './booking-page.ts'
import { BookingAnswer, BookingChangeBody } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/booking-page',
  middleware: allow(canSeeCalls, 'winback'),
  summary: 'Where the links of messages lead, and the hosted page',
  responses: answers(BookingAnswer, 'The settings'),
})

const change = createRoute({
  method: 'patch',
  path: '/booking-page',
  middleware: allow(canSetBookingPage, 'winback'),
  summary: 'Change where the links of messages lead, or the hosted page',
  request: { body: jsonBody(BookingChangeBody) },
  responses: answers(BookingAnswer, 'The settings as they are now'),
})

/** Routes of where messages lead. */
export function bookingRoutes() {
  return routes()
    .openapi(read, async (c) => c.json(bookingJson(await readBookingPage(c.var.scope)), 200))
    .openapi(change, async (c) => {
      return c.json(bookingJson(await changeBookingPage(c.var.scope, c.var.who, c.req.valid('json'))), 200)
    })
}

function bookingJson({ publicCode, ...settings }: BookingPage) {
  const address = pageAddress()
  const publicUrl = settings.publicOn && publicCode ? `${address}/s/${publicCode}` : null
  return { settings, publicUrl, address, onlyHere: isOnlyHere(address) }
}
