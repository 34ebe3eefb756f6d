import { formatDay } from '@comeback/retention'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { findContacts, searchClients } from '../book/index.ts'
import type { Store, WorkspaceScope } from '../database/index.ts'
import { clientNetwork } from '../http/client-address.ts'
import type { Env } from '../http/env.ts'
import { PhoneReader, phoneText } from '../intake/phones.ts'
import {
  expiredPage,
  type Guesses,
  openLink,
  openPublicPage,
  readBookingPage,
  tooManyPage,
  unknownPage,
} from '../links/index.ts'
import { type ColumnsCache, defaultAsOf } from '../reports/columns.ts'
import { todayOf } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import { offeredBy } from './offered.ts'
import { receiveRequest } from './receive-request.ts'
import { readForm, type SentForm } from './request-form.ts'
import { formPage, type RequestPage, thanksPage, turnedAwayPage } from './request-page.ts'

export interface RequestDeps {
  store: Store
  cache: ColumnsCache
  guesses: Guesses
  now: () => Date
}

/** Requests from one address in an hour. */
const MOST = 10
const HOUR_SECONDS = 3600
const LARGEST = 16_384

/** Whose page was opened, and by whom; `null` for anybody. */
interface Opened {
  scope: WorkspaceScope
  clientId: number | null
}

/**
 * `/r/TOKEN` and `/s/CODE`: where a client of a salon without online booking asks for an appointment; the first knows the
 * client by the link, the second is the salon's address for everybody and asks for name and phone.
 */
export function requestPages(app: Hono<Env>, { store, cache, guesses, now }: RequestDeps) {
  const sent = new RateLimiterMemory({ points: MOST, duration: HOUR_SECONDS })
  const pages = new Hono<Env>()

  const opened = async (c: Context<Env>): Promise<Opened | Response> => {
    if (await guesses.tooMany(c)) return tooManyPage(c)
    const token = c.req.param('token') ?? ''
    const link = c.req.path.startsWith('/r/') ? await openLink(store, token, now()) : null
    const found = c.req.path.startsWith('/s/') ? await openPublicPage(store, token) : link
    if (!found) {
      await guesses.count(c)
      return unknownPage(c)
    }
    if (link?.isExpired) return expiredPage(c, found.scope)
    const { pageOn, contact } = await readBookingPage(found.scope)
    const { name: salon } = await readWorkspace(found.scope)
    if (!pageOn) return turnedAwayPage(c, { salon, contact }, 'closed')
    return { scope: found.scope, clientId: link?.clientId ?? null }
  }

  for (const path of ['/r/:token', '/s/:token']) {
    pages.get(path, async (c) => {
      const page = await opened(c)
      return page instanceof Response ? page : formPage(c, await aboutPage(page, cache))
    })
    pages.post(path, bodyLimit({ maxSize: LARGEST }), async (c) => {
      const page = await opened(c)
      if (page instanceof Response) return page
      const about = await aboutPage(page, cache)
      const form = readForm(await c.req.parseBody(), about.today)
      if (!form) return formPage(c, about)
      const phone = page.clientId === null ? await readPhone(page.scope, form.phone) : ''
      if (page.clientId === null && form.name === '') return formPage(c, about, form, 'nameMissing')
      if (phone === null) return formPage(c, about, form, 'phoneWrong')
      // a program is told the same, so that it does not try another way
      if (form.isFromProgram) return thanksPage(c, about)
      const isAllowed = await sent.consume(clientNetwork(c)).then(
        () => true,
        () => false,
      )
      if (!isAllowed) return turnedAwayPage(c, about, 'tooOften')
      const isTaken = await receive(page, about, form, phone)
      return isTaken ? thanksPage(c, about) : turnedAwayPage(c, about, 'full')
    })
  }
  app.route('/', pages)
}

async function aboutPage({ scope, clientId }: Opened, cache: ColumnsCache): Promise<RequestPage> {
  const workspace = await readWorkspace(scope)
  const { opening, contact } = await readBookingPage(scope)
  const columns = await cache.get(scope)
  const today = todayOf(workspace)
  const hasData = columns.visits.rows > 0
  const contacts = clientId === null ? null : await findContacts(scope, [clientId])
  return {
    ...{ salon: workspace.name, opening, contact },
    firstName: contacts ? (contacts.get(clientId!)?.name.split(/\s+/)[0] ?? '') : null,
    offered: hasData ? offeredBy(columns, defaultAsOf(columns, today)) : { staff: [], services: [] },
    today: formatDay(today),
  }
}

/** E.164; `null` for what is no phone. */
async function readPhone(scope: WorkspaceScope, text: string): Promise<string | null> {
  const { country } = await readWorkspace(scope)
  return phoneText(new PhoneReader(country).read(text)) || null
}

async function receive({ scope, clientId }: Opened, { offered }: RequestPage, form: SentForm, phone: string) {
  const { key, name, wish } = form
  // what is not offered was not chosen on our page
  const staff = offered.staff.includes(wish.staff) ? wish.staff : ''
  const service = offered.services.includes(wish.service) ? wish.service : ''
  const known = clientId ?? (await clientWith(scope, phone))
  return await receiveRequest(scope, {
    ...{ formKey: key, clientId: known, wish: { ...wish, staff, service } },
    // whom the book knows by the phone is shown by the book's name, and may be somebody else
    ...{ name: clientId === null ? name : '', phone },
  })
}

/** The one client of the book with this phone; `null` when there is none, or several. */
async function clientWith(scope: WorkspaceScope, phone: string): Promise<number | null> {
  const found = await findContacts(scope, await searchClients(scope, phone.slice(1)))
  const same = [...found.values()].filter((contact) => contact.phone === phone && !contact.erased)
  return same.length === 1 ? same[0]!.id : null
}
