interface Lot {
  client: number
  points: number
  expiresOn: string | null
  /** what is left */
  rest: number
}

interface Done {
  kind: 'accrue' | 'redeem'
  client: number
  lot?: Lot
  taken?: { lot: Lot; points: number }[]
  undone: boolean
}

/**
 * The ledger as one would keep it on paper: piles of points, one after the other. Answers `null` where the real one
 * refuses. Everything is worth the same here, and there is no cap.
 */
export class SlowLedger {
  readonly lots: Lot[] = []
  readonly done = new Map<string, Done>()
  today: string
  /** points by where they ended */
  ended = { redeemed: 0, expired: 0, reversed: 0 }

  constructor(today: string) {
    this.today = today
  }

  accrue(clients: number[], points: number, expiresOn: string | null, key: string) {
    for (const client of new Set(clients)) {
      const lot = { client, points, expiresOn, rest: points }
      const name = `${client} ${key}`
      if (this.done.has(name)) continue
      this.lots.push(lot)
      this.done.set(name, { kind: 'accrue', client, lot, undone: false })
    }
  }

  redeem(client: number, points: number, key: string): boolean {
    if (this.done.has(`${client} ${key}`)) return true
    if (this.balance(client) < points) return false
    const taken: Done['taken'] = []
    let left = points
    for (const lot of this.usable(client)) {
      const part = Math.min(lot.rest, left)
      if (part > 0) taken.push({ lot, points: part })
      lot.rest -= part
      left -= part
    }
    this.ended.redeemed += points
    this.done.set(`${client} ${key}`, { kind: 'redeem', client, taken, undone: false })
    return true
  }

  undo(client: number, key: string): boolean {
    const done = this.done.get(`${client} ${key}`)!
    if (done.lot) {
      const { lot } = done
      if (lot.rest === 0) return false
      this.ended.reversed += lot.rest
      lot.rest = 0
      return true
    }
    if (done.undone) return false
    done.undone = true
    for (const { lot, points } of done.taken!) {
      lot.rest += points
      this.ended.redeemed -= points
    }
    return true
  }

  expire() {
    for (const lot of this.lots) {
      if (lot.expiresOn === null || lot.expiresOn >= this.today) continue
      this.ended.expired += lot.rest
      lot.rest = 0
    }
  }

  balance(client: number): number {
    return this.usable(client).reduce((sum, { rest }) => sum + rest, 0)
  }

  /** What is left by the day it ends, of all that was ever given. */
  rests(client: number): [string | null, number][] {
    const sums = new Map<string | null, number>()
    for (const { rest, expiresOn } of this.usable(client)) sums.set(expiresOn, (sums.get(expiresOn) ?? 0) + rest)
    return [...sums].filter(([, rest]) => rest > 0)
  }

  private usable(client: number): Lot[] {
    return this.lots
      .filter((lot) => lot.client === client && (lot.expiresOn === null || lot.expiresOn >= this.today))
      .sort((a, b) => (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999'))
  }
}
