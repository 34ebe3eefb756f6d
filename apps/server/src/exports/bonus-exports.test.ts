import { expect, test } from 'vitest'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { describeStores } from '../database/testing.ts'
import { openSalon } from '../privacy/testing.ts'

describeStores('files of bonuses', (fresh) => {
  test('tell what was done, by whom, and what is owed', async () => {
    const salon = await openSalon(await fresh())
    const book = bookOf([{ client: 'k1', day: '2026-03-01' }], { k1: { name: 'Ганна Рудь' } })
    await storeBook(salon.scope, bookable(book), { importId: 1 })
    const { owner } = salon
    const gift = { points: 500, reason: '=1+1', expiresOn: null, key: 'key-of-a-gift' }
    expect((await owner.post('/clients/1/bonuses/accruals', gift)).status).toBe(200)
    const payment = { points: 200, billMinor: 100_000, key: 'key-of-a-payment' }
    expect((await owner.post('/clients/1/bonuses/redemptions', payment)).body.balance).toBe(300)
    const file = async (query: string, who = owner): Promise<string> =>
      (await who.get(`/exports/bonuses?lang=en&${query}`)).body
    const rows = (await file('table=operations&client=1')).trim().split('\r\n')
    expect(rows[1]).toMatch(/,Ганна Рудь,paid with bonuses,-200,200,1000,,/)
    expect(rows[2]).toMatch(/,Ганна Рудь,given,500,500,,,/)
    expect(await file('table=expiry')).toContain(',300,300')
    expect(await file('table=months')).toMatch(/,500,200,200,0/)
    const analyst = await salon.join('analyst')
    expect(await file('table=operations', analyst)).not.toMatch(/Ганна|1\+1/)
    await salon.close()
  })
})
