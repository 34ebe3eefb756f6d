import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './accounts/testing.ts'
import { migrate } from './database/migrate.ts'
import { openPostgres } from './database/postgres.ts'
import { startPostgres } from './database/start-postgres.ts'

const OLENA = { name: 'Олена', email: 'olena@salon.test', password: 'дуже довгий пароль' }

let postgres: Awaited<ReturnType<typeof startPostgres>>
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

test('while PostgreSQL is away requests are told to come again, and once it is back they are answered', async () => {
  const store = openPostgres(postgres.urlOf('postgres'))
  await migrate(store)
  const { visitor, close } = await openApp(store)
  const owner = visitor()
  const register = () => owner.post('/registration', { ...OLENA, salon: 'Салон' })
  expect((await register()).status).toBe(200)
  expect((await owner.get('/workspace')).status).toBe(200)
  await postgres.pause()
  const asked = [
    await owner.get('/workspace'),
    await owner.get('/workspace'),
    await owner.get('/session'),
    await owner.call('PATCH', '/workspace', { name: 'Інший' }),
    await visitor().post('/registration', { ...OLENA, salon: 'Салон' }),
    await visitor().post('/auth/sign-in/email', { email: OLENA.email, password: OLENA.password }),
  ]
  for (const { status, body, headers } of asked) {
    expect([status, body.error.code, headers.get('retry-after')]).toEqual([503, 'databaseUnavailable', '5'])
  }
  await postgres.resume()
  await expect.poll(async () => (await owner.get('/workspace')).status, { timeout: 20_000 }).toBe(200)
  expect((await owner.call('PATCH', '/workspace', { name: 'Інший' })).body.name).toBe('Інший')
  await close()
  await store.close()
})
