import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDataFolder } from '../database/testing.ts'
import { importVisits, kill, type ServerProcess, startProcess } from './testing.ts'

// A session in which personal data comes in every way it can; none of it may reach the log.

const PRIVATE = ['Приватна', 'Pryvatna', '671234567', 'olena.secret', 'token-of-someone', 'Таємний салон']
const FILE = `appointment_id,client_id,client_name,phone,email,starts_at,staff,price,status
1,c1,Олена Приватна,+380671234567,olena.secret@example.com,2026-03-01 10:00,Кароліна Приватна,800,completed
2,c2,Pryvatna Iryna,0671234567,x,Приватна дата,Марта,1 000 Приватна,Приватна
`

let folder: string
let server: ServerProcess
beforeAll(async () => {
  folder = newDataFolder('served')
  server = await startProcess(folder, { COMEBACK_LOG_LEVEL: 'debug' })
})
afterAll(async () => {
  await kill(server)
  rmSync(folder, { recursive: true })
})

test('the log of a session full of personal data holds none of it, and every line is JSON', async () => {
  await importVisits(server, FILE, 'Олена Приватна.csv')
  await server.call('/api/workspace', { method: 'PATCH', body: '{"name":"Таємний салон"}', headers: JSON_TYPE })

  const operator = { authorization: `Bearer ${readFileSync(join(folder, 'operator-token'), 'utf8').trim()}` }
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(server.url + path, { ...init, headers: { ...operator, ...init.headers } })).status
  const post = (path: string, body: object) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: JSON_TYPE })
  expect(await ask('/api/clients?search=Приватна')).toBe(200)
  await ask('/api/clients', { headers: { authorization: 'Bearer token-of-someone' } })
  await ask('/api/clients', { headers: { cookie: 'comeback.session_token=token-of-someone' } })
  const person = { name: 'Олена Приватна', email: 'olena.secret@example.com', password: 'token-of-someone' }
  await post('/api/auth/sign-in/email', person)
  await post('/api/registration', person)
  await post('/api/auth/sign-in/email', person)
  await post('/api/auth/sign-in/email', { ...person, password: 'another-token-of-someone' })
  await post('/api/auth/request-password-reset', person)
  await post('/api/members/invitations', { email: person.email, role: 'manager' })
  await ask('/api/invitations/token-of-someone')
  await ask('/api/clients?email=olena.secret@example.com')
  await ask('/api/Олена%20Приватна/671234567')
  await ask('/reset-password/token-of-someone?token=token-of-someone')
  await ask('/api/report?base=Приватна&return=671234567')
  await ask('/api/imports/671234567')
  await ask('/api/audit?text=Приватна&who=Приватна')
  await ask('/api/exports/audit?text=671234567')
  await ask('/api/clients/671234567/consents')
  await post('/api/clients/1/consents', { channel: 'Приватна', purpose: 'olena.secret', granted: true })
  await post('/api/clients/1/consents', { channel: 'sms', purpose: 'marketing', granted: true })
  expect(await ask('/api/clients/1/personal-data')).toBe(200)
  await ask('/api/privacy/retention-preview?months=671234567')
  expect(await ask('/api/clients/1/personal-data', { method: 'DELETE' })).toBe(200)
  await ask('/api/workspace', { method: 'PATCH', body: '{"name": Приватна', headers: JSON_TYPE })
  await ask('/api/workspace', { method: 'PATCH', body: '{"name":{"Приватна":1}}', headers: JSON_TYPE })
  await ask('/api/imports?name=Приватна.xlsx', { method: 'POST', body: 'PK\u0003\u0004Приватна olena.secret' })
  await ask('/api/imports?name=Приватна.csv', { method: 'POST', body: '"Приватна\n671234567' })
  await new Promise((done) => setTimeout(done, 1000))

  const text = server.log.join('\n')
  expect(PRIVATE.filter((each) => text.includes(each) || text.includes(encodeURIComponent(each)))).toEqual([])
  const lines = server.log
    .filter((line) => !/ExperimentalWarning|--trace-warnings/.test(line))
    .map((line) => JSON.parse(line))
  const requests = lines.filter(({ event }) => event === 'request')
  expect(requests.length).toBeGreaterThan(12)
  for (const each of requests)
    expect(Object.keys(each)).toEqual(['time', 'level', 'event', 'requestId', 'method', 'route', 'status', 'ms'])
})

const JSON_TYPE = { 'content-type': 'application/json' }

test('a request keeps the id it came with, or gets one, in the answer and in the log', async () => {
  const idOf = async (sent?: string) => {
    const response = await fetch(`${server.url}/api/imports/999`, { headers: sent ? { 'x-request-id': sent } : {} })
    return response.headers.get('x-request-id')!
  }
  expect(await idOf('proxy-1234')).toBe('proxy-1234')
  for (const odd of ['a b', 'x'.repeat(65), undefined]) expect(await idOf(odd)).toMatch(/^[0-9a-f-]{36}$/)
  await new Promise((done) => setTimeout(done, 200))
  expect(server.log.filter((line) => line.includes('"requestId":"proxy-1234"'))).toHaveLength(1)
})
