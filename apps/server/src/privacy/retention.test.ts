import { afterEach, expect, test } from 'vitest'
import { describeStores } from '../database/testing.ts'
import { keepRetention } from './start-retention.ts'
import { openSalon, storeVisibly } from './testing.ts'

const MARCH = Temporal.Instant.from('2026-03-15T22:30Z')
const NAMES = Object.fromEntries(
  ['K1', 'K2', 'K3', 'K4'].map((key) => [key, { name: `Ім’я ${key}`, phone: '+380670000000' }]),
)
const VISITS = [
  { id: '1', client: 'K1', day: '2025-03-14' },
  // in Kyiv it is the 16th already: a year ago to the day is not longer than a year
  { id: '2', client: 'K2', day: '2025-03-16' },
  { id: '3', client: 'K3', day: '2024-01-05' },
  { id: '4', client: 'K3', day: '2026-05-01', bookedDay: '2024-01-05', status: 'scheduled' as const },
  { id: '5', client: 'K4', day: '2023-01-05' },
]

describeStores('the retention period', (fresh) => {
  const salons: Awaited<ReturnType<typeof openSalon>>[] = []
  afterEach(async () => {
    for (const salon of salons.splice(0)) await salon.close()
  })

  test('erases who has not come or booked for so long, once, and says how many', async () => {
    const store = await fresh()
    const salon = await openSalon(store)
    salons.push(salon)
    const { owner, scope } = salon
    await storeVisibly(scope, 1, VISITS, NAMES)
    const files = { folder: { id: '', path: '/nowhere' } }
    const known = async () => {
      const { rows } = (await owner.get('/clients?asOf=2026-06-01')).body
      return rows.map(({ name }: { name: string }) => name).sort()
    }
    const erasures = async () => (await owner.get('/audit?action=retention.erased')).body.events
    await keepRetention(store, files, MARCH)
    expect(await known()).toEqual(['Ім’я K1', 'Ім’я K2', 'Ім’я K3', 'Ім’я K4'])

    expect((await owner.call('PATCH', '/workspace', { settings: { eraseAfterMonths: 11 } })).status).toBe(400)
    await owner.call('PATCH', '/workspace', { settings: { eraseAfterMonths: 36 } })
    await keepRetention(store, files, MARCH)
    expect(await known()).toEqual(['', 'Ім’я K1', 'Ім’я K2', 'Ім’я K3'])
    await owner.call('PATCH', '/workspace', { settings: { eraseAfterMonths: 12 } })
    await keepRetention(store, files, MARCH)
    await keepRetention(store, files, MARCH)
    expect(await known()).toEqual(['', '', 'Ім’я K2', 'Ім’я K3'])
    expect(await erasures()).toMatchObject([
      { who: { kind: 'system' }, details: { clients: 1, months: 12 } },
      { who: { kind: 'system' }, details: { clients: 1, months: 36 } },
    ])
    await keepRetention(store, files, MARCH.add({ hours: 24 }))
    expect(await known()).toEqual(['', '', '', 'Ім’я K3'])

    const { events } = (await owner.get('/audit?action=retention.changed')).body
    expect(events).toMatchObject([{ details: { months: { from: 36, to: 12 } } }, { details: { months: { to: 36 } } }])
  })

  test('is tried before it is set', async () => {
    const salon = await openSalon(await fresh())
    salons.push(salon)
    const { owner, scope } = salon
    await storeVisibly(scope, 1, VISITS.slice(4), NAMES)
    expect((await owner.get('/privacy/retention-preview?months=12')).body).toEqual({ clients: 1 })
    expect((await owner.get('/privacy/retention-preview?months=120')).body).toEqual({ clients: 0 })
    expect((await owner.get('/privacy/retention-preview?months=6')).status).toBe(400)
  })
})
