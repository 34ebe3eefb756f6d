import { afterAll, beforeAll, expect, test } from 'vitest'
import { describePglite } from '../database/testing.ts'
import { openSalon, storeVisibly } from '../privacy/testing.ts'
import { takeReply } from './take-reply.ts'

const TWILIO = { channel: 'sms', provider: 'twilio' } as const
const PHONE = '+380671112201'

describePglite('replies of clients', (_fresh, _empty, shared) => {
  let salon: Awaited<ReturnType<typeof openSalon>>
  beforeAll(async () => {
    salon = await openSalon(await shared())
    const rows = [{ client: 'c1', day: '2026-01-05' }]
    await storeVisibly(salon.scope, 1, rows, { c1: { name: 'Олена Забудько', phone: PHONE } })
  })
  afterAll(async () => salon.close())

  const write = (from: string, text: string, minute: number) =>
    takeReply(salon.scope, TWILIO, {
      from,
      text,
      providerId: `SM${minute}`,
      at: new Date(Date.UTC(2026, 0, 9, 10, minute)),
    })

  test('are listed with who wrote, page by page, unread until somebody says so, and go with the client', async () => {
    await write(PHONE, 'Дякую, буду!', 1)
    await write(PHONE, 'СТОП', 2)
    await write('+380999999999', 'Хто це?', 3)
    const { owner } = salon
    const first = (await owner.get('/replies?limit=2')).body
    expect(first.unread).toBe(3)
    expect(first.replies).toMatchObject([
      { name: '', from: '+380999999999', clientId: null, text: 'Хто це?', isStop: false, isRead: false },
      { name: 'Олена Забудько', clientId: 1, text: 'СТОП', isStop: true },
    ])
    const second = (await owner.get(`/replies?limit=2&cursor=${encodeURIComponent(first.next)}`)).body
    expect(second).toMatchObject({ next: null, replies: [{ text: 'Дякую, буду!' }] })
    const ids = [first.replies[0].id]
    expect((await owner.post('/replies/read', { ids, isRead: true })).body).toEqual({ unread: 2 })
    expect((await owner.get('/replies?show=unread')).body.replies).toHaveLength(2)
    expect((await owner.post('/replies/read', { ids, isRead: false })).body).toEqual({ unread: 3 })
    expect((await owner.post('/replies/read', { ids: null, isRead: true })).body).toEqual({ unread: 0 })
    expect((await owner.get('/replies?clientId=1')).body.replies).toHaveLength(2)
    const analyst = await salon.join('analyst')
    expect((await analyst.get('/replies')).status).toBe(403)
    expect((await owner.call('DELETE', '/clients/1/personal-data')).status).toBe(200)
    expect((await owner.get('/replies')).body.replies).toHaveLength(1)
  })
})
