import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { bookable, eraseClients, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { type DriverStore, rowsOf, type WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { expireDue } from './expire-due.ts'
import { accrueTo, balancesOf, expiringBetween, exportBonuses, forgetBonuses, redeemedOf } from './index.ts'
import { liability } from './liability.ts'
import { redeem } from './redeem.ts'
import { reverse } from './reverse.ts'
import { changeRules } from './rules.ts'

const WHO = { kind: 'user', id: '019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e', name: 'Олена' } as const
const TODAY = '2026-11-22'
const RULES = { earnBasisPoints: 500, capPercent: 50, lifeDays: 90, pointMinor: 100 }

let key = 0
const newKey = () => `request-${++key}`

describeStores('the bonus ledger', (_fresh, _empty, shared) => {
  let store: DriverStore
  beforeAll(async () => {
    store = await shared()
  })

  /** Two clients, numbered 1 and 2, and half a bill to pay with bonuses. */
  async function salon() {
    const scope = await newScope(store)
    const lines = [
      { client: 'Ганна', day: '2026-03-01' },
      { client: 'Зоя', day: '2026-03-02' },
    ]
    await storeBook(scope, bookable(bookOf(lines)), { importId: 1 })
    await changeRules(scope, WHO, RULES)
    const give = (points: number, expiresOn: string | null = null, more = {}) =>
      accrueTo(scope, {
        ...{ clientIds: [1], points, reason: '', expiresOn, key: newKey(), who: WHO, on: TODAY },
        ...more,
      })
    const pay = (points: number, more = {}) =>
      redeem(scope, {
        ...{ clientId: 1, points, billMinor: 1_000_000, reason: '', key: newKey(), who: WHO, on: TODAY },
        ...more,
      })
    const undo = (operationId: string, more = {}) =>
      reverse(scope, { ...{ operationId, reason: '', key: newKey(), who: WHO, on: TODAY }, ...more })
    return { scope, give, pay, undo, balance: async (on = TODAY) => (await balancesOf(scope, [1], on)).get(1) ?? 0 }
  }

  const operations = async (scope: WorkspaceScope) =>
    (await exportBonuses(scope, 1)).operations.map(({ kind, change }) => [kind, change])
  const idOf = async ({ db, workspaceId }: WorkspaceScope, kind: string) =>
    (
      await rowsOf<{ id: string }>(
        db,
        sql`SELECT id FROM bonus_operations WHERE workspace_id = ${workspaceId} AND kind = ${kind}`,
      )
    )[0]!.id

  describe('gives', () => {
    test('to everyone once under a key, and to those who are there', async () => {
      const { scope, give } = await salon()
      const campaign = { clientIds: [2, 1, 1, 77], key: 'campaign:1' }
      expect(await give(500, '2026-12-31', campaign)).toEqual({ accrued: 2 })
      expect(await give(500, '2026-12-31', { ...campaign, on: '2027-01-05' })).toEqual({ accrued: 0 })
      expect([...(await balancesOf(scope, null, TODAY))]).toEqual([
        [1, 500],
        [2, 500],
      ])
      await expect(give(600, null, campaign)).rejects.toMatchObject({ code: 'bonusKeyUsed' })
      await expect(give(5, '2026-11-21')).rejects.toMatchObject({ code: 'bonusExpiryPast' })
    })

    test('once when the same request comes twice at a time', async () => {
      const { give, pay, balance } = await salon()
      const twice = { key: 'the same' }
      const given = await Promise.all([give(500, null, twice), give(500, null, twice)])
      expect(given.map(({ accrued }) => accrued).sort()).toEqual([0, 1])
      const paid = await Promise.all([pay(200, { key: 'paid' }), pay(200, { key: 'paid' })])
      expect(paid[0]).toBe(paid[1])
      expect(await balance()).toBe(300)
    })
  })

  describe('redeems', () => {
    test('what ends first, lot by lot, and tells of which accruals it was', async () => {
      const { scope, give, pay } = await salon()
      await give(300, null, { key: 'late' })
      await give(200, '2026-12-31', { key: 'campaign:7' })
      await give(100, '2026-12-01', { key: 'soon' })
      await pay(250)
      expect(await expiringBetween(scope, TODAY, '2026-12-31')).toEqual([{ clientId: 1, points: 50, on: '2026-12-31' }])
      const of = (name: string) => redeemedOf(scope, name, TODAY, TODAY)
      expect(await of('soon')).toEqual([{ clientId: 1, points: 100, minor: 10_000 }])
      expect(await of('campaign:7')).toEqual([{ clientId: 1, points: 150, minor: 15_000 }])
      expect(await of('late')).toEqual([])
      expect(await redeemedOf(scope, 'soon', '2026-11-23', '2026-12-30')).toEqual([])
    })

    test('no more than there is, or than the rule lets a bill be paid with', async () => {
      const { give, pay } = await salon()
      await give(500)
      await expect(pay(501)).rejects.toMatchObject({ code: 'bonusTooFew', details: { value: '500' } })
      await expect(pay(251, { billMinor: 50_199 })).rejects.toMatchObject({
        ...{ code: 'bonusOverCap', details: { value: '250' } },
      })
      await expect(pay(1, { clientId: 77 })).rejects.toMatchObject({ code: 'clientNotFound' })
      await pay(250, { billMinor: 50_199 })
    })

    test('once of two who want the same points', async () => {
      const { give, pay, balance } = await salon()
      await give(500)
      const ends = await Promise.allSettled([pay(300), pay(300)])
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await balance()).toBe(200)
    })

    test('at the worth the points were given with', async () => {
      const { scope, give, pay } = await salon()
      await give(100, null, { key: 'before' })
      await changeRules(scope, WHO, { ...RULES, pointMinor: 50, lifeDays: null })
      await give(100, null, { key: 'after' })
      await pay(150)
      expect(await redeemedOf(scope, 'before', TODAY, TODAY)).toEqual([{ clientId: 1, points: 100, minor: 10_000 }])
      expect(await redeemedOf(scope, 'after', TODAY, TODAY)).toEqual([{ clientId: 1, points: 50, minor: 2500 }])
    })
  })

  describe('undoes', () => {
    test('what is left of an accrual, and nothing twice', async () => {
      const { scope, give, pay, undo, balance } = await salon()
      await give(500)
      const given = await idOf(scope, 'accrue')
      await pay(200)
      const undone = await undo(given, { key: 'undo' })
      expect(await undo(given, { key: 'undo' })).toBe(undone)
      expect(await balance()).toBe(0)
      await expect(undo(given)).rejects.toMatchObject({ code: 'bonusNothingLeft' })
      await expect(undo(undone)).rejects.toMatchObject({ code: 'bonusNotReversible' })
      await expect(undo('019aab3c-6f00-7a10-8c3e-5b1d2f3a4c5e')).rejects.toMatchObject({
        code: 'bonusOperationNotFound',
      })
    })

    test('a redemption: back to the same lots, with the expiry they had', async () => {
      const { scope, give, pay, undo, balance } = await salon()
      await give(300, '2026-12-31', { key: 'campaign:7' })
      await give(100, '2026-12-01')
      const paid = await pay(250)
      const ends = await Promise.allSettled([undo(paid), undo(paid)])
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      await expect(undo(paid)).rejects.toMatchObject({ code: 'bonusReversedAlready' })
      expect(await redeemedOf(scope, 'campaign:7', TODAY, TODAY)).toEqual([])
      expect([await balance(), await balance('2026-12-02'), await balance('2027-01-01')]).toEqual([400, 300, 0])
    })
  })

  test('expires what is over, once', async () => {
    const { scope, give, pay, undo, balance } = await salon()
    await give(100, '2026-11-30')
    const paid = await pay(60)
    expect(await expireDue(scope, '2026-11-30')).toBe(0)
    expect(await expireDue(scope, '2026-12-01')).toBe(40)
    expect(await expireDue(scope, '2026-12-01')).toBe(0)
    await undo(paid, { on: '2026-12-01' })
    expect(await balance('2026-12-01')).toBe(0)
    expect(await Promise.all([expireDue(scope, '2026-12-01'), expireDue(scope, '2026-12-01')])).toContain(60)
    expect(await operations(scope)).toEqual([
      ['expire', -60],
      ['reverse', 60],
      ['expire', -40],
      ['redeem', -60],
      ['accrue', 100],
    ])
  })

  test('guesses what will be used only from points whose days are over, and from enough of them', async () => {
    const { scope, give, pay } = await salon()
    const facts = async (on: string) => (await liability(scope, on)).facts
    for (let i = 0; i < 19; i++) await give(100, '2026-11-30')
    await give(600, '2027-03-01')
    await pay(500)
    expect(await facts(TODAY)).toMatchObject({ redeemedShare: null, expectedMinor: null })
    expect(await facts('2026-12-01')).toMatchObject({ redeemedShare: null, expectedMinor: null })
    await give(100, '2026-11-30')
    await expireDue(scope, '2026-12-01')
    // of 2000 that were over 500 had been used; 600 at a hryvnia each are still good
    expect(await facts('2026-12-01')).toMatchObject({ redeemedShare: 0.25, expectedMinor: 15_000 })
  })

  test('keeps of an erased client the sums alone', async () => {
    const { scope, give, balance } = await salon()
    await give(500, null, { reason: 'за Ганну' })
    await scope.transaction(async (inner) => forgetBonuses(inner, await eraseClients(inner, [1])))
    // written off on the salon's own day, whichever that is
    expect([await balance('9999-12-31'), await give(1)]).toEqual([0, { accrued: 0 }])
    expect(JSON.stringify(await rowsOf(scope.db, sql`SELECT reason FROM bonus_operations`))).not.toContain('Ганну')
  })

  test('writes off what nobody in the book holds any more', async () => {
    const { scope, give } = await salon()
    await give(500)
    await scope.db.execute(sql`DELETE FROM clients WHERE workspace_id = ${scope.workspaceId} AND id = 1`)
    expect([await expireDue(scope, TODAY), await expireDue(scope, TODAY)]).toEqual([500, 0])
  })

  test('is only ever added to', async () => {
    const { scope, give } = await salon()
    await give(500)
    const statements = [
      sql`UPDATE bonus_operations SET points = 1`,
      sql`UPDATE bonus_operations SET reason = 'another'`,
      sql`UPDATE bonus_operations SET reason = '', key = 'another'`,
      sql`DELETE FROM bonus_operations`,
      sql`TRUNCATE bonus_operations`,
      sql`UPDATE bonus_postings SET points = 1`,
      sql`DELETE FROM bonus_postings`,
      sql`TRUNCATE bonus_postings`,
    ]
    for (const each of statements) {
      await expect(scope.db.execute(each)).rejects.toMatchObject({ cause: { message: /only ever added to/ } })
    }
    const oneSided = sql`INSERT INTO bonus_postings SELECT workspace_id, operation_id, 9, client_id, lot_id, 'issued', 'redeemed',
      points, day, expires_on, point_minor FROM bonus_postings`
    await expect(scope.db.execute(oneSided)).rejects.toMatchObject({ cause: { message: /two_sides/ } })
  })
})
