import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import { beforeEach, describe, expect, test } from 'vitest'
import { eraseClients } from '../book/index.ts'
import { findConsents } from '../consent/index.ts'
import { openScope, type Store, type WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { describeStores, newScope } from '../database/testing.ts'
import type { Env } from '../http/env.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { connectionFrom } from '../http/testing.ts'
import { storeVisibly } from '../privacy/testing.ts'
import { changeBookingPage } from './booking-page.ts'
import {
  bookingTarget,
  clicksOf,
  forgetLinks,
  Guesses,
  linkPages,
  linksFor,
  unsubscribeLinksFor,
  unsubscribePages,
} from './index.ts'
import { newToken } from './token.ts'

const CAMPAIGN = { kind: 'campaign', id: '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e' } as const
const BOOKING = { kind: 'url', url: 'https://booking.example/salon?id=7&utm_source=own' } as const
const PHONE =
  'Mozilla/5.0 (Linux; Android 4.4.2; GT-I9500) AppleWebKit/537.36 Version/4.0 Chrome/30.0.0.0 Mobile Safari/537.36'
const WHO = { kind: 'commandLine' } as const

describeStores('links', (_fresh, _empty, shared) => {
  let store: Store
  let scope: WorkspaceScope
  let now = new Date('2026-11-22T12:00:00Z')

  beforeEach(async () => {
    store ??= await shared()
    scope = await newScope(store)
    now = new Date('2026-11-22T12:00:00Z')
    const clients = { a: { name: 'Олена', phone: '+380671112233' }, b: { name: 'Ірина', phone: '+380671112234' } }
    const rows = Object.keys(clients).map((client) => ({ client, day: '2026-01-05' }))
    await storeVisibly(scope, 1, rows, clients)
  })

  /** The pages as people reach them, from an address of their own. */
  function pages() {
    const app = new OpenAPIHono<Env>()
    app.use(securityHeaders(null))
    const deps = { store, guesses: new Guesses(), now: () => now }
    linkPages(app, deps)
    unsubscribePages(app, deps)
    return async (url: string, headers: Record<string, string> = {}, init: RequestInit = {}, from?: string) =>
      app.request(url, { ...init, headers: { 'user-agent': PHONE, ...headers } }, connectionFrom(from))
  }
  const clicked = (of = scope) => clicksOf(of, CAMPAIGN.kind, [CAMPAIGN.id])
  const linkOf = async (target: Parameters<typeof linksFor>[1]['target'] = BOOKING) =>
    (await linksFor(scope, { source: CAMPAIGN, clientIds: [1], target }, now)).get(1)!

  test('are one for each person of a sending, the same when asked again, and of nobody else', async () => {
    const asked = { source: CAMPAIGN, clientIds: [1, 2, 99], target: BOOKING }
    const made = await linksFor(scope, asked)
    expect([...made.keys()].sort()).toEqual([1, 2])
    expect(made.get(1)).toMatch(/^http:\/\/localhost:4600\/l\/[0-9A-Za-z]{14}$/)
    expect(new Set(made.values()).size).toBe(2)
    const both = await Promise.all([linksFor(scope, asked), linksFor(scope, asked)])
    for (const again of both) expect(again).toEqual(made)
    const other = await linksFor(scope, { ...asked, source: { kind: 'automation', id: CAMPAIGN.id } })
    expect(other.get(1)).not.toBe(made.get(1))
    expect(await linksFor(await newScope(store), asked)).toEqual(new Map())
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://me:pass@x.example', 'salon', ''])(
    'lead nowhere but the web: %s',
    async (url) => {
      const asked = { source: CAMPAIGN, clientIds: [1], target: { kind: 'url', url } as const }
      await expect(linksFor(scope, asked)).rejects.toMatchObject({ code: 'badLinkTarget' })
    },
  )

  test('lead a person to the salon’s booking, with marks and without their phone, and tell nothing', async () => {
    const link = await linkOf()
    const answer = await pages()(`${link}?url=https://evil.example&next=//evil.example`)
    expect(answer.status).toBe(302)
    const marks = 'utm_source=own&utm_medium=message&utm_campaign=campaign-2f3a4c5e'
    expect(answer.headers.get('location')).toBe(`https://booking.example/salon?id=7&${marks}`)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('carry the phone only where the salon has said so', async () => {
    const link = await linkOf({ kind: 'url', url: 'https://booking.example/' })
    await changeBookingPage(scope, WHO, { phoneParameter: 'phone', utmSource: '', utmMedium: '' })
    const { headers } = await pages()(link)
    expect(headers.get('location')).toBe('https://booking.example/?phone=%2B380671112233')
  })

  test('lead to the hosted page where there is no booking', async () => {
    const link = await linkOf({ kind: 'request' })
    expect((await pages()(link)).headers.get('location')).toBe(new URL(link).pathname.replace('/l/', '/r/'))
  })

  test('lead by default to the booking the salon has named', async () => {
    expect(await bookingTarget(scope)).toEqual({ kind: 'request' })
    await changeBookingPage(scope, WHO, { bookingUrl: BOOKING.url })
    expect(await bookingTarget(scope)).toEqual(BOOKING)
  })

  test('count a person once as first, and every time', async () => {
    const link = await linkOf()
    const ask = pages()
    await ask(link)
    now = new Date('2026-11-23T08:00:00Z')
    await ask(link)
    expect(await clicked()).toEqual([{ sourceId: CAMPAIGN.id, clientId: 1, at: new Date('2026-11-22T12:00:00Z') }])
  })

  /** What opens a link; does a person? */
  test.each<[string, Record<string, string>, boolean]>([
    ['an old phone', {}, true],
    ['the window inside Viber', { 'user-agent': `${PHONE} Viber/21.0` }, true],
    ['the window inside Facebook', { 'user-agent': `${PHONE} [FBAN/FB4A;FBAV/440.0]` }, true],
    ['a preview of Telegram', { 'user-agent': 'TelegramBot (like TwitterBot)' }, false],
    ['a preview of WhatsApp', { 'user-agent': 'WhatsApp/2.23.20.0 A' }, false],
    ['a preview of Viber', { 'user-agent': 'Viber/13.3.0' }, false],
    ['a preview of Facebook', { 'user-agent': 'facebookexternalhit/1.1' }, false],
    [
      'a preview of iMessage',
      { 'user-agent': 'Mozilla/5.0 (Macintosh) Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0' },
      false,
    ],
    ['Google', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, false],
    ['a program', { 'user-agent': 'curl/8.5.0' }, false],
    ['nobody who says what they are', { 'user-agent': '' }, false],
    ['a browser fetching ahead', { 'sec-purpose': 'prefetch;prerender' }, false],
    ['an older one', { purpose: 'prefetch' }, false],
    ['Firefox fetching ahead', { 'x-moz': 'prefetch' }, false],
    ['Safari drawing its start page', { 'x-purpose': 'preview' }, false],
  ])('%s opens the way, and counts as a person or not', async (_, headers, counts) => {
    const link = await linkOf()
    expect((await pages()(link, headers)).status).toBe(302)
    expect(await clicked()).toHaveLength(counts ? 1 : 0)
  })

  test('asked for their head alone count nobody', async () => {
    const link = await linkOf()
    expect((await pages()(link, {}, { method: 'HEAD' })).status).toBe(302)
    expect(await clicked()).toEqual([])
  })

  test('say kindly that they are too old, in the language of the browser', async () => {
    const link = await linkOf()
    await changeBookingPage(scope, WHO, { contact: '+380 44 123 45 67 <b>' })
    now = new Date(now.getTime() + 91 * 86_400_000)
    const answer = await pages()(link, { 'accept-language': 'fr, ru;q=0.8, uk;q=0.9' })
    const text = await answer.text()
    expect(answer.status).toBe(410)
    expect(text).toContain('Термін дії посилання минув')
    expect(text).toContain('Салон')
    expect(text).toContain('+380 44 123 45 67 &lt;b&gt;')
    expect(await clicked()).toEqual([])
  })

  test('answer every token that is none alike, and stop looking them up after thirty', async () => {
    const ask = pages()
    const bodyOf = async (token: string, from = '203.0.113.5') => {
      const answer = await ask(`http://x/l/${token}`, {}, {}, from)
      return `${answer.status} ${(await answer.text()).replace(/nonce="[^"]*"/, '')}`
    }
    const unknown = await bodyOf(newToken())
    expect(unknown).toMatch(/^404 /)
    for (const token of ['x', '..%2f..', "'%20OR%201=1", '%00', 'я'.repeat(14), newToken().slice(1)]) {
      expect(await bodyOf(token)).toBe(unknown)
    }
    for (let tried = 7; tried < 30; tried++) await bodyOf(newToken())
    const known = new URL(await linkOf()).pathname.slice(3)
    expect(await bodyOf(known)).toMatch(/^429 /)
    expect(await bodyOf(known, '203.0.113.6')).toMatch(/^302 /)
  })

  test('lead nowhere for erased clients and suspended salons', async () => {
    const link = await linkOf()
    await store.db.update(workspaces).set({ suspendedAt: now })
    expect((await pages()(link)).status).toBe(404)
    await store.db.update(workspaces).set({ suspendedAt: null })
    expect((await pages()(link)).status).toBe(302)
    await scope.transaction(async (inner) => forgetLinks(inner, await eraseClients(inner, [1])))
    expect((await pages()(link)).status).toBe(404)
    expect(await linksFor(scope, { source: CAMPAIGN, clientIds: [1], target: BOOKING })).toEqual(new Map())
  })

  describe('to refuse messages', () => {
    const refusal = async () => (await unsubscribeLinksFor(scope, [1, 99], 'sms')).get(1)!
    const said = async () =>
      ((await findConsents(scope, [1])).get(1) ?? []).map(
        ({ channel, purpose, granted, source }) => `${granted ? '+' : '-'}${channel} ${purpose} ${source}`,
      )
    const sent = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })

    test('are the same whenever asked, and do nothing when opened', async () => {
      const link = await refusal()
      expect(await refusal()).toBe(link)
      const answer = await pages()(link, { 'accept-language': 'en-GB' })
      expect(await answer.text()).toContain('Stop sending')
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(await said()).toEqual([])
    })

    test('write it down once, and take it back', async () => {
      const ask = pages()
      const link = await refusal()
      expect(await (await ask(link, { 'accept-language': 'uk' }, sent({}))).text()).toContain('більше не надсилатимемо')
      await ask(link, {}, sent({}))
      expect(await said()).toEqual(['-sms marketing clientLink'])
      await ask(link, {}, sent({ again: 'yes' }))
      expect(await said()).toEqual(['-sms marketing clientLink', '+sms marketing clientLink'])
    })

    test('work by RFC 8058: one POST of a mail program, without cookies or a way around', async () => {
      const answer = await pages()(await refusal(), { 'user-agent': '' }, sent({ 'List-Unsubscribe': 'One-Click' }))
      expect(answer.status).toBe(200)
      expect(await said()).toEqual(['-sms marketing clientLink'])
    })

    test('are guessed by nobody', async () => {
      const answer = await pages()(`http://x/u/${newToken()}`, {}, sent({}))
      expect(answer.status).toBe(404)
    })
  })

  test('belong to one workspace', async () => {
    const other = openScope(store, randomUUID())
    expect(await clicked(other)).toEqual([])
  })
})
