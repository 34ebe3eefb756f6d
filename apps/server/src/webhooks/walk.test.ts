import { afterEach, expect, test } from 'vitest'
import { type Door, openApp } from '../accounts/testing.ts'
import { describeStores } from '../database/testing.ts'
import { startReceiver } from './testing.ts'

const OWNER = { name: 'Олена', email: 'olena@salon.test', password: 'дуже довгий пароль', salon: 'Салон' }

describeStores('a webhook in the whole app', (fresh) => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  async function owned(webhooksAllowPrivate: boolean) {
    const app = await openApp(await fresh(), { webhooksAllowPrivate })
    closing.push(app.close)
    const owner = app.visitor()
    await owner.post('/registration', OWNER)
    return owner
  }

  test('tells of an import, its undoing and a change of rules, soon after', async () => {
    const receiver = await startReceiver()
    closing.push(receiver.close)
    const owner = await owned(true)
    const events = ['import.completed', 'import.undone', 'import.failed', 'data.changed']
    const { body: hook } = await owner.post('/webhooks', { url: receiver.url, events })
    const types = () => receiver.got.map(({ body }) => JSON.parse(body).type).sort()

    const id = await upload(owner, 'client_id,date\n1,2026-01-05\n')
    await expect.poll(async () => (await owner.get(`/imports/${id}`)).body.state, { timeout: 20_000 }).toBe('ready')
    await owner.post(`/imports/${id}/confirm`)
    await expect.poll(types, { timeout: 20_000 }).toEqual(['data.changed', 'import.completed'])
    await owner.post(`/imports/${id}/undo`)
    await expect.poll(() => types().length, { timeout: 20_000 }).toBe(4)
    expect(types()).toContain('import.undone')
    await owner.call('PATCH', '/workspace', { settings: { regularFromVisit: 4 } })
    await upload(owner, 'PK\u0003\u0004 no workbook')
    await expect.poll(() => types().length, { timeout: 20_000 }).toBe(6)
    expect(types()).toContain('import.failed')

    for (const received of receiver.got) received.verify(hook.secret)
    const listed = await owner.get(`/webhooks/${hook.id}/deliveries?limit=4`)
    const rest = await owner.get(`/webhooks/${hook.id}/deliveries?cursor=${listed.body.next}`)
    expect([listed.body.deliveries.length, rest.body.deliveries.length, rest.body.next]).toEqual([4, 2, null])
    expect(JSON.stringify((await owner.get('/webhooks')).body)).not.toContain(hook.secret)
  })

  test('is refused an address of this machine', async () => {
    const owner = await owned(false)
    const { status, body } = await owner.post('/webhooks', { url: 'http://127.0.0.1:9/', events: ['data.changed'] })
    expect([status, body.error.code]).toEqual([400, 'webhookPrivate'])
  })
})

async function upload(owner: Door, text: string): Promise<number> {
  const headers = { 'content-type': 'application/octet-stream' }
  return (await owner.call('POST', '/imports?name=visits.csv', text, headers)).body.id
}
