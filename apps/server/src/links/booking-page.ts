import { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { changesOf, recordAudit } from '../audit/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import type { Who } from '../http/who.ts'
import { bookingPages } from './tables.ts'
import { newToken } from './token.ts'

const bookingUrl = z.union([
  z.literal(''),
  z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .refine((text) => URL.canParse(text) && new URL(text).username === '', 'leave names and passwords out'),
])
const word = z
  .string()
  .trim()
  .max(40)
  .regex(/^[\w.-]*$/, 'letters, digits, dots and dashes')

/** What a salon decides about where its messages lead. */
export const BookingSettings = z
  .object({
    bookingUrl: bookingUrl.openapi({ description: "The salon's own online booking; empty without one" }),
    utmSource: word.openapi({ description: 'utm_source of that address; empty: none' }),
    utmMedium: word.openapi({ description: 'utm_medium of that address; empty: none' }),
    phoneParameter: word
      .min(1)
      .nullable()
      .openapi({ description: "Parameter that takes the client's phone; null: phones stay out of addresses" }),
    pageOn: z.boolean().openapi({ description: 'The hosted page is open to clients with a link' }),
    publicOn: z
      .boolean()
      .openapi({ description: 'The hosted page is open to everybody under an address of the salon' }),
    opening: z.string().trim().max(500).openapi({ description: 'Opening words of the hosted page; empty: ours' }),
    contact: z.string().trim().max(200).openapi({ description: 'How clients reach the salon' }),
  })
  .openapi('BookingSettings')

export type BookingPage = z.infer<typeof BookingSettings> & { publicCode: string | null }

const DEFAULTS: BookingPage = {
  bookingUrl: '',
  utmSource: 'comeback',
  utmMedium: 'message',
  phoneParameter: null,
  pageOn: true,
  publicOn: false,
  publicCode: null,
  opening: '',
  contact: '',
}

/** Where a salon's messages lead, as it has decided or by default. */
export async function readBookingPage({ db, workspaceId }: WorkspaceScope): Promise<BookingPage> {
  const [row] = await db.select().from(bookingPages).where(eq(bookingPages.workspaceId, workspaceId))
  if (!row) return DEFAULTS
  const { workspaceId: _, ...page } = row
  return page
}

type Change = { [K in keyof z.infer<typeof BookingSettings>]?: BookingPage[K] | undefined }

/** Changes some of it, and notes what. The public address is made when it is first opened, and stays. */
export function changeBookingPage(outer: WorkspaceScope, who: Who, change: Change): Promise<BookingPage> {
  return outer.transaction(async (scope) => {
    const { db, workspaceId } = scope
    await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
    const before = await readBookingPage(scope)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const after: BookingPage = { ...before, ...given }
    if (after.publicOn) after.publicCode ??= newToken()
    await db
      .insert(bookingPages)
      .values({ workspaceId, ...after })
      .onConflictDoUpdate({ target: bookingPages.workspaceId, set: after })
    const details = changesOf({ ...before }, { ...after })
    delete details.publicCode
    if (Object.keys(details).length > 0) await recordAudit(scope, who, { action: 'booking.changed', details })
    return after
  })
}

/** Where messages of a salon lead when nobody says otherwise: its own booking, else the hosted page. */
export async function bookingTarget(scope: WorkspaceScope) {
  const { bookingUrl } = await readBookingPage(scope)
  return bookingUrl === '' ? ({ kind: 'request' } as const) : ({ kind: 'url', url: bookingUrl } as const)
}
