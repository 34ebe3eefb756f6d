import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type Door, OPERATOR_TOKEN, openApp } from '../apps/server/src/accounts/testing.ts'
import { takeReply } from '../apps/server/src/channels/take-reply.ts'
import { startGateway } from '../apps/server/src/channels/testing.ts'
import { openScope } from '../apps/server/src/database/index.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { openPglite } from '../apps/server/src/database/pglite.ts'
import { workspaces } from '../apps/server/src/database/tables.ts'
import { loadDemo } from '../apps/server/src/demo/index.ts'
import { answerSurvey } from '../apps/server/src/surveys/index.ts'

// Asks every route something sensible about the demo salon and keeps what was asked and answered, cut short, as the
// examples of the API's description: `node scripts/run.mjs scripts/record-examples.ts` after a route or schema changed.

const FILE = join(dirname(import.meta.dirname), 'apps/server/src/http/examples.json')
const examples: Record<string, { body?: unknown; answer: unknown }> = {}

/** What is long is told by its beginning; what is secret, by what it looks like. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(cut)
  if (typeof value === 'string') {
    return value.replace(/^cbk_.*/, 'cbk_…43 letters and digits…').replace(/^whsec_.*/, 'whsec_…32 letters and digits…')
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each)]))
}

type Ids = Record<string, string | number>

/** Sends a request to a route and keeps its example; answers the body. */
async function record(door: Door, route: string, ids: Ids = {}, body?: unknown, headers: Record<string, string> = {}) {
  const [method, address] = route.split(' ') as [string, string]
  const [path, query = ''] = address.split('?') as [string, string?]
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name]))
  const reply = await door.call(method, `${filled}${query && `?${query}`}`, body, headers)
  if (reply.status !== 200) throw new Error(`${route}: ${reply.status} ${JSON.stringify(reply.body)}`)
  const isJson = body !== undefined && typeof body !== 'string'
  examples[`${method} /api${path}`] = { ...(isJson && { body }), answer: cut(reply.body) }
  return reply.body
}

/** Asks again until an answer is what is waited for. */
async function until(ask: () => Promise<{ body: Record<string, unknown> }>, name: string, value: unknown) {
  while ((await ask()).body[name] !== value) await new Promise((wait) => setTimeout(wait, 200))
}

const store = await openPglite()
await migrate(store)
const gateway = await startGateway((response, { url }) => {
  const taken = { response_code: 0, message_id: 'f83f8868', response_status: 'OK' }
  const sms = { response_code: 800, response_status: 'SUCCESS_MESSAGE_ACCEPTED', response_result: [taken] }
  response.end(JSON.stringify(url?.endsWith('/getMe') ? { ok: true, result: { username: 'podil_bot' } } : sms))
})
const app = await openApp(store, {
  gateways: { turbosms: gateway.url, telegramBot: gateway.url },
  plans: { defaultPlan: 'pro', trialDays: null, contactUrl: null },
})
const owner = app.visitor()
const person = { name: 'Олена Коваль', email: 'olena@salon.example', password: 'correct horse battery' }
const { workspaceId } = await record(owner, 'POST /registration', {}, { ...person, salon: 'Салон на Подолі' })
await loadDemo(app.scopeOf(workspaceId))
await record(owner, 'GET /session')
await record(owner, 'POST /session/workspace', {}, { workspaceId })

const operator = { authorization: `Bearer ${OPERATOR_TOKEN}` }
const second = { ...person, name: 'Ірина Бойко', email: 'iryna@salon.example' }
await record(app.visitor(), 'POST /operator/users', {}, second, operator)
await record(
  app.visitor(),
  'POST /operator/passwords',
  {},
  { email: second.email, password: second.password },
  operator,
)

await record(app.visitor(), 'POST /operator/go', {}, undefined, operator)

const rights = { role: 'manager', staff: null, seesContacts: false, locations: null }
const invite = async () => {
  const { id, link } = await record(owner, 'POST /members/invitations', {}, { email: 'ira@salon.example', ...rights })
  return { id, token: link.split('/').at(-1) as string }
}
const guest = app.visitor()
const first = await invite()
await record(guest, 'GET /invitations/{token}', first)
await record(guest, 'POST /invitations/{token}/registration', first, { ...person, email: 'ira@salon.example' })
const other = app.visitor()
await other.post('/auth/sign-in/email', { email: second.email, password: second.password })
await record(other, 'POST /invitations/{token}/acceptance', await invite())
const withdrawn = await invite()
const { members } = await record(owner, 'GET /members')
await record(owner, 'DELETE /members/invitations/{id}', withdrawn)
const userId = members.find(({ role }: { role: string }) => role === 'manager').id
await record(owner, 'PATCH /members/{userId}', { userId }, { role: 'analyst' })
await record(owner, 'DELETE /members/{userId}', { userId })

const key = await record(owner, 'POST /keys', {}, { name: 'Power BI', scopes: ['reports:read'], expiresAt: null })
await record(owner, 'GET /keys')
await record(owner, 'DELETE /keys/{id}', key)

const BASE = 'base=2025-12'
const QUESTION = `${BASE}&return=next`
await record(owner, 'GET /workspace')
await record(owner, 'PATCH /workspace', {}, { settings: { regularFromVisit: 3 } })
await record(owner, 'POST /workspace/go', {}, { for: 'date' })
await until(() => owner.get('/reports/lifetime'), 'forecast', 'ready')
for (const report of [`retention?${QUESTION}&by=staff`, `people?${QUESTION}&by=staff`, `flows?${QUESTION}`]) {
  await record(owner, `GET /reports/${report}`)
}
for (const report of [`curve?${BASE}`, 'cohorts', `rebooking?${BASE}&by=staff`, `rebooking/people?${BASE}`]) {
  await record(owner, `GET /reports/${report}`)
}
for (const report of ['health', `comparison?${QUESTION}`, `other-tools?${QUESTION}`, 'lifetime', 'risk']) {
  await record(owner, `GET /reports/${report}`)
}
await record(owner, 'GET /quality')
const { rows } = await record(owner, 'GET /clients?sort=visits&desc=true&limit=2')
const client = { id: rows[0].id }
await record(owner, 'GET /clients/{id}', client)
const consent = { channel: 'sms', purpose: 'marketing', granted: true }
await record(owner, 'POST /clients/{id}/consents', client, consent)
await record(owner, 'GET /clients/{id}/consents', client)
await record(owner, 'PUT /clients/{id}/language', client, { language: 'ru' })
const bonusKey = (letter: string) => `4f1c2f0e-1d1c-4f6e-9e1c-0b5b2f0f7a1${letter}`
const RULES = { earnBasisPoints: 500, capPercent: 30, lifeDays: 180, pointMinor: 100 }
await record(owner, 'PUT /bonuses/rules', {}, RULES)
await record(owner, 'GET /bonuses/rules')
const gift = { points: 500, reason: 'День народження', key: bonusKey('a') }
await record(owner, 'POST /clients/{id}/bonuses/accruals', client, gift)
const payment = { points: 200, billMinor: 120_000, reason: '', key: bonusKey('b') }
const { operations } = await record(owner, 'POST /clients/{id}/bonuses/redemptions', client, payment)
await record(
  owner,
  'POST /bonuses/operations/{id}/reversal',
  { id: operations[0].id },
  { reason: '', key: bonusKey('c') },
)
const many = { to: { kind: 'clients', ids: [rows[0].id, rows[1].id] }, points: 100 }
await record(owner, 'POST /bonuses/accruals/preview', {}, many)
await record(owner, 'POST /bonuses/accruals', {}, { ...many, reason: 'Новий рік', key: bonusKey('d') })
await record(owner, 'GET /clients/{id}/bonuses', client)
await record(owner, 'GET /bonuses/operations')
await record(owner, 'GET /bonuses')
await owner.call('PATCH', '/channels/telegram', { provider: 'telegramBot', values: { token: '123456:ABC' } })
const chat = { ...client, channel: 'telegram' }
await record(owner, 'GET /clients/{id}/chats', client)
await record(owner, 'POST /clients/{id}/chats/{channel}', chat)
await record(owner, 'DELETE /clients/{id}/chats/{channel}', chat)
await record(owner, 'GET /clients/{id}/personal-data', client)
await record(owner, 'DELETE /clients/{id}/personal-data', client)
await record(owner, 'GET /privacy/retention-preview?months=24')

await record(owner, 'GET /booking-page')
const booking = { bookingUrl: 'https://booking.example/salon', contact: '+380 44 123 45 67' }
await record(owner, 'PATCH /booking-page', {}, booking)
const rule = { kind: 'outcome', base: '2025-Q4', return: 'next', outcome: 'lost', filter: [] }
const late = { kind: 'and', rules: [rule, { kind: 'visits', from: 3, to: null }] }
const live = await record(owner, 'POST /groups', {}, { name: 'Lost regulars', from: { kind: 'rule', rule: late } })
await record(owner, 'GET /groups')
await record(owner, 'GET /groups/{id}', live)
await record(owner, 'GET /groups/{id}/people?limit=2', live)
await record(owner, 'POST /groups/preview', {}, { rule: { kind: 'birthday', days: null, month: 4 } })
await record(owner, 'POST /groups/contacts', {}, { contacts: 'Phone\n+380990000000' })
const frozen = await record(owner, 'POST /groups/{id}/freeze', live, { name: 'Lost regulars, April' })
await record(owner, 'PATCH /groups/{id}', frozen, { archived: true })
await record(owner, 'DELETE /groups/{id}', frozen)
const away = (await owner.get('/clients?state=longOverdue&limit=1')).body.rows[0].id
const toCall = { clientIds: [away], reason: 'Lost in the third quarter', script: 'Hello, {{firstName}}!' }
await record(owner, 'POST /calls', {}, toCall)
await record(owner, 'GET /calls/count')
const { calls } = await record(owner, 'GET /calls')
const call = { id: calls[0].id }
await record(owner, 'POST /calls/{id}/take', call, { take: true })
const noAnswer = { outcome: 'noAnswer', note: '', nextOn: '2026-12-01', revision: calls[0].revision }
await record(owner, 'POST /calls/{id}/outcome', call, noAnswer)
await record(owner, 'DELETE /calls/{id}/outcome', call)

// as in the demo salon, where nothing leaves the machine
const simulated = (isDemo: boolean) => store.db.update(workspaces).set({ isDemo }).where(eq(workspaces.id, workspaceId))
await simulated(true)
await owner.call('PATCH', '/workspace', { settings: { softOptIn: true } })
const rules = { capMessages: 1, capDays: 7, approveAbove: 500, quiet: { from: '21:00', to: '09:00' } }
await record(owner, 'GET /campaign-settings')
await record(owner, 'PUT /campaign-settings', {}, rules)
const plan = {
  groupIds: [live.id],
  text: '{{firstName|Hello}}, we miss you! {{link}}',
  subject: 'We miss you',
  quiet: null,
}
const removed = await record(owner, 'POST /campaigns', {}, { name: 'Not this one' })
await record(owner, 'DELETE /campaigns/{id}', removed)
const begun = await record(owner, 'POST /campaigns', {}, { name: 'Come back', plan })
await record(owner, 'PATCH /campaigns/{id}', begun, { version: 1, plan: { bonus: { points: 500, days: 60 } } })
await record(owner, 'GET /campaigns/{id}/check', begun)
const audience = await record(owner, 'GET /campaigns/{id}/people?cell=audience&limit=2', begun)
await record(owner, 'GET /campaigns/{id}/preview/{clientId}', { id: begun.id, clientId: audience.people[0].id })
const tried = { channel: 'sms', to: '+380671112233', clientId: null }
await record(owner, 'POST /campaigns/{id}/test', begun, tried)
await record(owner, 'POST /campaigns/{id}/send', begun, { version: 2 })
await until(() => owner.get(`/campaigns/${begun.id}`), 'state', 'sending')
await record(owner, 'POST /campaigns/{id}/pause', begun)
await record(owner, 'POST /campaigns/{id}/resume', begun)
await until(() => owner.get(`/campaigns/${begun.id}`), 'state', 'done')
await record(owner, 'POST /campaigns/{id}/again', begun, { state: 'unknown' })
await record(owner, 'GET /campaigns')
await record(owner, 'GET /campaigns/{id}', begun)
await record(owner, 'GET /campaigns/{id}/results', begun)
await record(owner, 'GET /campaigns/{id}/calls', begun)
const offer = { reason: 'Come back', script: '{{firstName|Hello}}, we miss you!' }
await record(owner, 'POST /campaigns/{id}/calls', begun, offer)
await record(owner, 'GET /campaign-results')
// one that a program prepared, and a person approves
await owner.call('PUT', '/campaign-settings', { ...rules, approveAbove: 1 })
const { key: secret } = (await owner.post('/keys', { name: 'CRM', scopes: ['winback:write'], expiresAt: null })).body
const program = { authorization: `Bearer ${secret}` }
const asked = { name: 'Asked for', plan: { ...plan, text: 'We miss you!' } }
const waits = (await app.visitor().call('POST', '/campaigns', asked, program)).body
await owner.call('PUT', '/campaign-settings', { ...rules, approveAbove: 1, capMessages: 5 })
await app.visitor().call('POST', `/campaigns/${waits.id}/send`, { version: 1 }, program)
await record(owner, 'POST /campaigns/{id}/approve', waits, { version: 1 })
await record(owner, 'POST /campaigns/{id}/stop', waits)

await record(owner, 'GET /automation-forecast?kind=noBooking')
const written = {
  channels: ['telegram', 'sms'],
  text: '{{firstName|Hello}}, time for the next visit: {{link}}',
  quiet: null,
}
const waiting = { name: 'Two weeks without an appointment', trigger: { kind: 'noBooking', days: 14 }, plan: written }
const automation = await record(owner, 'POST /automations', {}, waiting)
await record(owner, 'PATCH /automations/{id}', automation, { version: 1, trigger: { kind: 'noBooking', days: 21 } })
await record(owner, 'GET /automations/{id}/check', automation)
const month = await record(owner, 'GET /automations/{id}/people?cell=month&limit=2', automation)
const somebody = { id: automation.id, clientId: month.people[0].id }
await record(owner, 'GET /automations/{id}/preview/{clientId}', somebody)
await record(owner, 'POST /automations/{id}/test', automation, tried)
await record(owner, 'POST /automations/{id}/on', automation, { version: 2, backlog: true })
await record(owner, 'GET /automations')
await record(owner, 'GET /automations/{id}', automation)
await record(owner, 'GET /automations/{id}/results', automation)
await record(owner, 'POST /automations/{id}/off', automation)
await record(owner, 'DELETE /automations/{id}', automation)
await simulated(false)

const hook = await record(
  owner,
  'POST /webhooks',
  {},
  { url: 'https://example.com/comeback', events: ['data.changed'] },
)
await record(owner, 'GET /webhooks')
await record(owner, 'POST /webhooks/{id}/secret', hook)
const delivery = await record(owner, 'POST /webhooks/{id}/test', hook)
await record(owner, 'GET /webhooks/{id}/deliveries', hook)
await record(owner, 'POST /webhooks/{id}/deliveries/{deliveryId}/retry', { id: hook.id, deliveryId: delivery.id })
await record(owner, 'PATCH /webhooks/{id}', hook, { isOn: false })
await record(owner, 'DELETE /webhooks/{id}', hook)

const sms = { channel: 'sms' }
const carried = { provider: 'turbosms', values: { token: 'a9f1c0de', sender: 'SALON' }, partPrice: 85 }
await record(owner, 'PATCH /channels/{channel}', sms, carried)
await record(owner, 'GET /channels')
const scope = openScope(store, workspaceId)
const turbosms = { channel: 'sms', provider: 'turbosms' } as const
const words = { text: 'Дякую, буду в суботу!', providerId: 'f83f8868', at: new Date('2026-04-05T10:12:00Z') }
await takeReply(scope, turbosms, { from: audience.people[0].phone, ...words })
const { replies } = await record(owner, 'GET /replies?show=unread')
await record(owner, 'GET /replies/count')
const said = { score: 6, comment: 'Довелося чекати пів години' }
const unheard = { now: new Date('2026-04-05T10:15:00Z'), announce: async () => {} }
await answerSurvey(scope, { clientId: audience.people[0].id, campaignId: begun.id }, said, unheard)
await record(owner, 'GET /survey-answers?band=detractors')
await record(owner, 'POST /replies/read', {}, { ids: [replies[0].id], isRead: true })
await record(owner, 'POST /channels/{channel}/test', sms, { to: '+380671112233', text: 'Перевірка каналу' })
await record(owner, 'DELETE /channels/{channel}', sms)

const VISITS = 'client_id,client_name,date,staff,service,price\n1,Ганна,2026-03-01 10:00,Марта,Манікюр,450\n'
const bytes = { 'content-type': 'application/octet-stream' }
const upload = async () => {
  const { id } = await record(owner, 'POST /imports?name=visits.csv', {}, VISITS, bytes)
  await until(() => owner.get(`/imports/${id}`), 'state', 'ready')
  return { id }
}
await record(owner, 'POST /imports/{id}/cancel', await upload())
const stored = await upload()
await record(owner, 'PATCH /imports/{id}', stored, { mapping: { staff: 'staff' } })
await until(() => owner.get(`/imports/${stored.id}`), 'state', 'ready')
await record(owner, 'POST /imports/{id}/confirm', stored)
await until(() => owner.get(`/imports/${stored.id}`), 'state', 'done')
await record(owner, 'GET /imports/{id}', stored)
await record(owner, 'GET /imports')
await record(owner, 'POST /imports/{id}/undo', stored)
await record(owner, 'GET /audit')

await record(app.visitor(), 'POST /operator/hosts', {}, { email: person.email, isHost: true }, operator)
const salon = { id: workspaceId }
await record(owner, 'GET /host/workspaces')
const given = { plan: 'lite', trialEndsAt: null, reason: 'They asked for it by mail' }
await record(owner, 'PATCH /host/workspaces/{id}/plan', salon, given)
await record(owner, 'POST /host/workspaces/{id}/suspension', salon, { suspended: true, reason: 'Not paid for a month' })
await record(owner, 'GET /host/workspaces/{id}/changes', salon)

await record(owner, 'POST /session/practice')
const short = { channels: ['sms'], text: 'Сумуємо! {{link}}' }
const lost = { kind: 'list', list: 'report', query: 'base=2025-Q4&return=next' }
const { id: lostId } = (await owner.post('/groups', { name: 'Втрачені', from: lost })).body
const practised = (await owner.post('/campaigns', { name: 'Вправа', plan: { ...short, groupIds: [lostId] } })).body
await owner.post(`/campaigns/${practised.id}/send`, { version: practised.version })
await until(() => owner.get(`/campaigns/${practised.id}`), 'state', 'done')
await record(owner, 'POST /practice/days', {}, { days: 7 })
await record(owner, 'GET /campaigns/{id}/known-effect', practised)

// as on a host, where addresses are confirmed by mail
const host = await openApp(store, { openRegistration: true })
const newcomer = host.visitor()
const lesya = 'lesya@salon.example'
await record(newcomer, 'POST /registration-links', {}, { email: lesya, invitation: null })
const token = /token=([\w-]+)/.exec(host.mails[0]?.text ?? '')?.[1] ?? ''
await record(newcomer, 'GET /registration-links/{token}', { token })
const rest = { name: 'Леся', password: person.password, salon: 'Барбершоп' }
await record(newcomer, 'POST /registration-links/{token}', { token }, rest)
await host.close()

writeFileSync(FILE, `${JSON.stringify(examples, null, 2)}\n`)
await app.close()
await gateway.close()
await store.close()
