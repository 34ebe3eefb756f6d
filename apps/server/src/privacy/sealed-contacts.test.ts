import { afterEach, expect, test } from 'vitest'
import type { Door } from '../accounts/testing.ts'
import { hideImport, takeBack } from '../book/index.ts'
import { describeStores } from '../database/testing.ts'
import { unlockContacts } from './index.ts'
import { everyRow, importFile, openSalon, storeVisibly } from './testing.ts'

const KEY = 'a key that is kept outside of the database'
const HEADER = 'appointment_id,client_id,client_name,phone,email,starts_at,staff,price,birthday'
const FILE = [
  HEADER,
  '1,ID-77,Олена Таємна,+380671112233,olena@hidden.example,2026-01-05 10:00,Марта,650,14.03.1987',
  '2,,Ірина Таємна,+380501234567,,2026-01-06 11:00,Марта,900,',
  '3,,Павло Таємний,,pavlo@hidden.example,2026-01-07 11:00,Марта,900,',
  '4,ID-78,Софія Таємна,+380630000001,,колись,Марта,900,14.03.1987',
  '5,ID-79,Стерта Таємна,+380630000002,,2026-01-08 11:00,Марта,900,14.03',
].join('\n')
const CONTACTS = /Таємн|таємн|hidden\.example|67111223|50123456|63000000|ID-7|1987-03-14|14\.03|--03-14/

describeStores('sealed contacts', (fresh) => {
  const salons: Awaited<ReturnType<typeof openSalon>>[] = []
  afterEach(async () => {
    for (const salon of salons.splice(0)) await salon.close()
  })
  const open = async (...args: Parameters<typeof openSalon>) => {
    const salon = await openSalon(...args)
    salons.push(salon)
    return salon
  }
  const found = async (door: Door, search: string) => {
    const { rows } = (await door.get(`/clients?search=${encodeURIComponent(search)}&sort=name`)).body
    return rows.map(({ name }: { name: string }) => name)
  }

  test('a database with a key holds no name, phone or e-mail, and everything works as without', async () => {
    const salon = await open(await fresh(), KEY)
    const { owner } = salon
    await importFile(salon, FILE)
    expect(await everyRow(salon)).not.toMatch(CONTACTS)
    expect(await found(owner, 'таємна')).toEqual(['Ірина Таємна', 'Олена Таємна', 'Стерта Таємна'])
    expect(await found(owner, '067 111-22-33')).toEqual(['Олена Таємна'])
    expect(await found(owner, 'PAVLO@')).toEqual(['Павло Таємний'])
    const { client } = (await owner.get('/clients/1')).body
    expect(client).toMatchObject({
      key: 'ID-77',
      phone: '+380671112233',
      email: 'olena@hidden.example',
      birthday: '1987-03-14',
    })
    const year = Number(client.nextBirthday.on.slice(0, 4))
    expect(client.nextBirthday).toMatchObject({ on: `${year}-03-14`, turns: year - 1987 })
    expect((await owner.get('/exports/clients?lang=en')).body).toContain('olena@hidden.example')
    expect((await owner.get('/quality')).body).toMatchObject({ withBirthday: 2, placeholderBirthdays: 0 })
    const inMarch = { kind: 'birthday', days: null, month: 3 }
    expect((await owner.post('/groups/preview', { rule: inMarch })).body.count).toBe(2)

    const [, again] = [await importFile(salon, FILE), (await owner.get('/imports/1')).body]
    expect(again.result).toEqual({ created: 4, updated: 0, unchanged: 0, clientsCreated: 4 })
    expect((await owner.get('/imports/2')).body.result).toEqual({
      ...{ created: 0, updated: 0, unchanged: 4, clientsCreated: 0 },
    })
    await importFile(salon, FILE.replace('Олена Таємна', 'Олена Нова'))
    expect(await found(owner, 'нова')).toEqual(['Олена Нова'])
    expect(await found(owner, 'Олена Таємна')).toEqual([])
    expect(await everyRow(salon)).not.toMatch(/Нова/)
  })

  test('a key that comes later seals what is there: found, imported again, undone and erased as before', async () => {
    const store = await fresh()
    const plain = await openSalon(store)
    await importFile(plain, FILE)
    await storeVisibly(plain.scope, 2, [{ id: '1', client: 'ID-77', day: '2026-02-05' }], {
      'ID-77': { name: 'Олена Інша-Таємна', phone: '+380671112234' },
    })
    const id = (await plain.owner.get('/clients?search=Стерта')).body.rows[0].id
    await plain.owner.call('DELETE', `/clients/${id}/personal-data`)
    expect(await everyRow(plain)).toMatch(CONTACTS)
    await plain.close()

    const salon = await open(store, KEY)
    const { scope } = salon
    expect(await everyRow(salon)).not.toMatch(CONTACTS)
    await hideImport(scope, 2, 'visible')
    await takeBack(scope, 2)
    await storeVisibly(scope, 3, [{ id: '9', client: 'ID-79', day: '2026-03-01' }], { 'ID-79': { name: 'Стерта' } })
    const kept = await salon.app.app.request('/api/clients?sort=name', {
      headers: { authorization: 'Bearer token-of-the-operator' },
    })
    const { rows } = (await kept.json()) as { rows: { name: string; phone: string; erased: boolean }[] }
    expect(rows.map(({ name, phone, erased }) => [name, phone, erased])).toEqual([
      ['Ірина Таємна', '+380501234567', false],
      ['Олена Таємна', '+380671112233', false],
      ['Павло Таємний', '', false],
      ['', '', true],
    ])
  })

  test('nothing starts without the key, or with another one', async () => {
    const store = await fresh()
    await unlockContacts(store, KEY)
    await expect(unlockContacts(store, null)).rejects.toThrow('start with the COMEBACK_CONTACTS_KEY')
    await expect(unlockContacts(store, `${KEY}!`)).rejects.toThrow('is not the key')
    await expect(unlockContacts(store, 'short')).rejects.toThrow('shorter than 32')
    expect((await unlockContacts(store, KEY)).vault.sealing).toBe(true)
  })
})
