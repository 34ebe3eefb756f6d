import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { bookable, storeBook } from '../book/index.ts'
import { bookOf } from '../book/testing.ts'
import { type DriverStore, rowsOf, type WorkspaceScope } from '../database/index.ts'
import { describeStores, newScope } from '../database/testing.ts'
import { expireDue } from './expire-due.ts'
import { accrueTo } from './index.ts'
import { liability } from './liability.ts'
import { redeem } from './redeem.ts'
import { reverse } from './reverse.ts'
import { changeRules } from './rules.ts'
import { statement } from './statement.ts'
import { SlowLedger } from './testing.ts'

// Random operations, each sometimes sent twice at a time or again later, against a ledger kept on paper.

const CLIENTS = [1, 2, 3]
const FIRST = Temporal.PlainDate.from('2026-11-22')
const WHO = { kind: 'commandLine' } as const
const RULES = { earnBasisPoints: 0, capPercent: 100, lifeDays: null, pointMinor: 7 }

const client = fc.constantFrom(...CLIENTS)
const points = fc.integer({ min: 1, max: 60 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('accrue' as const),
      clients: fc.array(client, { minLength: 1, maxLength: 4 }),
      points,
      days: fc.option(fc.nat(6)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('redeem' as const), client, points, twin: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(50), twin: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replay' as const), which: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('night' as const), expire: fc.boolean() }) },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
/** A request that was sent: what it was, and how to send it again. */
interface Sent {
  client: number
  key: string
  id: () => Promise<string>
  again: () => Promise<unknown>
}

const refused = (error: { code?: string }) => {
  if (!error.code?.startsWith('bonus')) throw error
  return null
}

class Salon {
  readonly paper = new SlowLedger(FIRST.toString())
  readonly sent: Sent[] = []
  private keys = 0
  private readonly scope: WorkspaceScope

  constructor(scope: WorkspaceScope) {
    this.scope = scope
  }

  async take(step: Step) {
    if (step.kind === 'night') return this.night(step.expire)
    if (step.kind === 'accrue') return this.accrue(step)
    if (step.kind === 'redeem') return this.redeem(step)
    const target = this.sent[step.which % Math.max(1, this.sent.length)]
    if (!target) return
    if (step.kind === 'undo') return this.undo(target, step.twin)
    await target.again()
  }

  private async night(expire: boolean) {
    this.paper.today = Temporal.PlainDate.from(this.paper.today).add({ days: 1 }).toString()
    if (!expire) return
    this.paper.expire()
    await Promise.all([expireDue(this.scope, this.paper.today), expireDue(this.scope, this.paper.today)])
  }

  private async accrue({ clients, points, days }: Step & { kind: 'accrue' }) {
    const key = `key ${++this.keys}`
    const { today } = this.paper
    const expiresOn = days === null ? null : Temporal.PlainDate.from(today).add({ days }).toString()
    const send = () =>
      accrueTo(this.scope, { clientIds: clients, points, reason: '', expiresOn, key, who: WHO, on: this.paper.today })
    this.paper.accrue(clients, points, expiresOn, key)
    const [first, second] = await Promise.all([send(), send()])
    expect(first.accrued + second.accrued).toBe(new Set(clients).size)
    for (const each of clients) this.sent.push({ client: each, key, id: () => this.idOf(each, key), again: send })
  }

  private async redeem({ client, points, twin }: Step & { kind: 'redeem' }) {
    // two different requests at a time: whichever comes first, as many go through as on paper
    const keys = Array.from({ length: twin ? 2 : 1 }, () => `key ${++this.keys}`)
    const send = (key: string) =>
      redeem(this.scope, { clientId: client, points, billMinor: 1e9, reason: '', key, who: WHO, on: this.paper.today })
    const done = await Promise.all(keys.map((key) => send(key).catch(refused)))
    const through = keys.filter((_, i) => done[i] !== null)
    for (const key of through) {
      expect(this.paper.redeem(client, points, key)).toBe(true)
      this.sent.push({ client, key, id: () => this.idOf(client, key), again: () => send(key) })
    }
    if (through.length < keys.length) expect(this.paper.redeem(client, points, 'one more')).toBe(false)
  }

  private async undo({ client, key, id }: Sent, twin: boolean) {
    const operationId = await id()
    const send = () =>
      reverse(this.scope, {
        ...{ operationId, reason: '', key: `key ${++this.keys}`, who: WHO, on: this.paper.today },
      }).catch(refused)
    const done = await Promise.all(twin ? [send(), send()] : [send()])
    const wanted = this.paper.undo(client, key)
    expect(done.filter((each) => each !== null).length).toBe(wanted ? 1 : 0)
  }

  private async idOf(client: number, key: string): Promise<string> {
    const { db, workspaceId } = this.scope
    const own = sql`workspace_id = ${workspaceId} AND client_id = ${client} AND key = ${key}`
    const [found] = await rowsOf<{ id: string }>(db, sql`SELECT id FROM bonus_operations WHERE ${own}`)
    return found!.id
  }

  /** Both ledgers say the same, nobody has less than nothing, and everything given is somewhere. */
  async compare() {
    const { paper, scope } = this
    let held = 0
    for (const each of CLIENTS) {
      const { balance, lots } = await statement(scope, each, paper.today, { after: null, limit: 1 })
      expect(balance).toBe(paper.balance(each))
      const rests = [...Map.groupBy(lots, ({ expiresOn }) => expiresOn)].map(([on, some]) => [
        on,
        some.reduce((sum, lot) => sum + lot.points, 0),
      ])
      expect(rests).toEqual(paper.rests(each))
      held += balance
    }
    const { outstanding, months } = await liability(scope, paper.today)
    expect(outstanding).toMatchObject({ points: held, minor: held * RULES.pointMinor })
    const sumOf = (name: 'given' | 'redeemed' | 'expired') => months.reduce((sum, month) => sum + month[name], 0)
    const given = paper.lots.reduce((sum, lot) => sum + lot.points, 0) - paper.ended.reversed
    expect([sumOf('given'), sumOf('redeemed'), sumOf('expired')]).toEqual([
      given,
      paper.ended.redeemed,
      paper.ended.expired,
    ])
    const { workspaceId, db } = scope
    const [accounts] = await rowsOf<{ sum: number; least: number }>(
      db,
      sql`SELECT coalesce(sum(points), 0)::integer AS sum, coalesce(min(lot), 0)::integer AS least FROM (
        SELECT side.points, sum(side.points) FILTER (WHERE account = 'client') OVER (PARTITION BY lot_id) AS lot
        FROM bonus_postings p, LATERAL (VALUES (p.debit, -p.points), (p.credit, p.points)) side (account, points)
        WHERE workspace_id = ${workspaceId}) entries`,
    )
    expect(accounts!.sum).toBe(0)
    expect(accounts!.least).toBeGreaterThanOrEqual(0)
  }
}

describeStores('the ledger and one on paper', (_fresh, _empty, shared) => {
  let store: DriverStore
  beforeAll(async () => {
    store = await shared()
  })

  test('agree after whatever is done', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const scope = await newScope(store)
        const lines = CLIENTS.map((id) => ({ client: `c${id}`, day: '2026-03-01' }))
        await storeBook(scope, bookable(bookOf(lines)), { importId: 1 })
        await changeRules(scope, WHO, RULES)
        const salon = new Salon(scope)
        for (const step of steps) await salon.take(step)
        await salon.compare()
      }),
      { numRuns: Number(process.env.COMEBACK_LEDGER_RUNS || 15) },
    )
  })
})
