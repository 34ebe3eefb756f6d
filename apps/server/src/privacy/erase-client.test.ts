import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { Door } from '../accounts/testing.ts'
import { takeBack } from '../book/index.ts'
import { describeStores } from '../database/testing.ts'
import { everyRow, importFile, openSalon, storeVisibly } from './testing.ts'

const HEADER =
  'appointment_id,client_id,client_name,phone,email,starts_at,staff,service,price,status,marketing_consent,birthday'
const OLENA = 'Олена Забудько,+380671112233,olena@forget.example'
const FILE = [
  HEADER,
  `1,K1,${OLENA},2026-01-05 10:00,Марта,Манікюр,650,completed,так,1987-03-14`,
  `2,K1,${OLENA},2026-02-04 10:00,Марта,Манікюр,650,completed,так,`,
  '3,K2,Ірина Савчук,+380501234567,,2026-01-06 11:00,Кароліна,Педикюр,900,completed,,',
  '4,K2,Ірина Савчук,+380501234567,,2026-03-02 11:00,Марта,Манікюр,650,completed,,',
  '5,K3,Дочка Забудько,+380671112233,,2026-01-07 12:00,Марта,Манікюр,500,completed,,',
  '6,K4,Хтось,+380630000000,,коли-небудь,Марта,Манікюр,500,completed,,',
].join('\n')
const PRIVATE = /Олена|olena|67111223|1987-03-14/

const REPORTS = [
  '/reports/retention?base=2026-01&return=next&by=staff',
  '/reports/retention?base=2026-01&return=60d&by=newness',
  '/reports/flows?base=2026-01&return=next',
  '/reports/curve?base=2026-01&by=staff',
  '/reports/cohorts?by=month',
  '/reports/health',
  '/reports/rebooking?base=2026-01&by=staff',
  '/reports/other-tools?base=2026-01&return=next',
]

describeStores('erasing a client', (fresh) => {
  const salons: Awaited<ReturnType<typeof openSalon>>[] = []
  afterEach(async () => {
    for (const salon of salons.splice(0)) await salon.close()
  })
  const open = async () => {
    const salon = await openSalon(await fresh())
    salons.push(salon)
    return salon
  }
  const idOf = async (door: Door, name: string): Promise<number> => {
    const { rows } = (await door.get(`/clients?search=${encodeURIComponent(name)}`)).body
    return rows[0].id
  }
  const erase = (door: Door, id: number) => door.call('DELETE', `/clients/${id}/personal-data`)
  const numbers = async (door: Door) => {
    const answers = []
    // asked anew each time: answers to the same question are kept
    const asked = `asked=${randomUUID()}`
    for (const path of REPORTS) {
      answers.push([path, (await door.get(`${path}${path.includes('?') ? '&' : '?'}${asked}`)).body])
    }
    return JSON.stringify(answers)
  }
  test('leaves every number as it was and nothing of the person, in no table and no file', async () => {
    const salon = await open()
    const { owner } = salon
    await importFile(salon, FILE)
    const id = await idOf(owner, 'Олена')
    await owner.post(`/clients/${id}/consents`, { channel: 'sms', purpose: 'marketing', granted: false })
    const handed = (await owner.get(`/clients/${id}/personal-data`)).body
    expect(handed.client).toMatchObject({
      name: 'Олена Забудько',
      phone: '+380671112233',
      externalId: 'K1',
      birthday: '1987-03-14',
    })
    expect(handed.appointments.map(({ day }: { day: string }) => day)).toEqual(['2026-02-04', '2026-01-05'])
    expect(handed.consents).toMatchObject([{ source: 'import' }, { source: 'administrator', granted: false }])
    expect(handed.files).toMatchObject([{ name: 'visits.csv' }])

    const before = await numbers(owner)
    expect((await erase(owner, id)).body).toEqual({ erased: true })
    expect(await numbers(owner)).toBe(before)
    const { client, appointments } = (await owner.get(`/clients/${id}`)).body
    expect(client).toMatchObject({
      erased: true,
      name: '',
      phone: '',
      email: '',
      birthday: '',
      key: '',
      externalId: '',
      visits: 2,
    })
    expect(appointments).toHaveLength(2)
    expect((await owner.get('/clients?search=Олена')).body.rows).toEqual([])
    expect(await everyRow(salon)).not.toMatch(/Олена|olena|1987-03-14|K1[",]/)
    expect((await owner.get(`/clients/${id}/personal-data`)).body.consents).toEqual([])
    expect((await owner.get('/imports/1/rejects.csv')).status).toBe(409)

    expect((await erase(owner, id)).body).toEqual({ erased: true })
    const { events } = (await owner.get('/audit?action=client.erased')).body
    expect(events).toMatchObject([{ subject: `client:${id}`, details: {} }])
    expect(JSON.stringify((await owner.get('/audit')).body)).not.toMatch(PRIVATE)
  })

  test('holds when the file comes again, however it names the person', async () => {
    const salon = await open()
    const { owner } = salon
    await importFile(salon, FILE)
    const id = await idOf(owner, 'Олена')
    await erase(owner, id)
    const before = await numbers(owner)
    await importFile(salon, FILE)
    expect(await numbers(owner)).toBe(before)
    // without client ids the phone identifies, and it is the daughter's too: only a file of her own brings it back
    await importFile(salon, `client_name,email,starts_at\nОлена,olena@forget.example,2026-03-01 09:00`)
    expect((await owner.get(`/clients/${id}`)).body.client).toMatchObject({ name: '', visits: 3 })
    expect((await owner.get('/clients?search=Олена')).body.rows).toEqual([])
    expect((await owner.get(`/clients/${id}/consents`)).body.history).toEqual([])
    expect((await owner.get('/clients?search=Дочка')).body.rows).toMatchObject([{ phone: '+380671112233' }])
  })

  test('holds when imports are undone, the one that brought the person too', async () => {
    const salon = await open()
    const { owner, scope } = salon
    const visits = [{ id: '1', client: 'K1', day: '2026-01-05' }]
    const later = [...visits, { id: '2', client: 'K2', day: '2026-02-05' }]
    await storeVisibly(scope, 1, visits, { K1: { name: 'Олена', phone: '+380670000001' } })
    await storeVisibly(scope, 2, later, { K1: { name: 'Олена Нова', phone: '+380670000002' } })
    await erase(owner, 1)
    await takeBack(scope, 2)
    expect((await owner.get('/clients/1')).body.client).toMatchObject({ erased: true, name: '', phone: '' })
    await takeBack(scope, 1)
    await storeVisibly(scope, 3, later, { K1: { name: 'Олена', phone: '+380670000002' } })
    const { rows } = (await owner.get('/clients')).body
    expect(rows.filter(({ erased }: { erased: boolean }) => erased)).toMatchObject([{ name: '', visits: 1 }])
    expect(await everyRow(salon)).not.toContain('Олена')
    // the phone of before is known to be theirs too
    await storeVisibly(scope, 4, [{ id: '9', client: '+380670000001', day: '2026-03-01' }], {
      '+380670000001': { name: 'Олена' },
    })
    expect((await owner.get('/clients?search=Олена')).body.total).toBe(0)
  })

  test('is for the owner and managers, of clients there are', async () => {
    const { owner, join, scope } = await open()
    await storeVisibly(scope, 1, [{ id: '1', client: 'K1', day: '2026-01-05' }], {})
    const administrator = await join('administrator')
    expect((await erase(administrator, 1)).status).toBe(403)
    expect((await administrator.get('/clients/1/personal-data')).status).toBe(403)
    expect((await erase(owner, 2)).status).toBe(404)
    expect((await owner.get('/clients/2/personal-data')).status).toBe(404)
    const { headers } = await owner.get('/clients/1/personal-data')
    expect(headers.get('content-disposition')).toContain('client-1.json')
  })
})
