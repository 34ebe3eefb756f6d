import { LRUCache } from 'lru-cache'
import type { Language } from '../languages.ts'
import type { ListPlace } from './list-people.ts'

const KEPT_ORDERS = 16

/** Orders of all clients of some columns, kept for the lists asked for last: sorting them is most of what a list costs. */
export class ClientOrders {
  private readonly kept = new LRUCache<string, Promise<Int32Array>>({ max: KEPT_ORDERS })

  /** The order kept under this name, or made now. */
  get(name: string, make: () => Promise<Int32Array>): Promise<Int32Array> {
    const known = this.kept.get(name)
    if (known) return known
    const order = make()
    this.kept.set(name, order)
    order.catch(() => this.kept.delete(name))
    return order
  }
}

/** Names as the reader's language orders them; what is not known last in either direction; then by id, so that pages do not shuffle. */
export function inOrder(desc: boolean, language: Language) {
  const collator = new Intl.Collator(language)
  const direction = desc ? -1 : 1
  return (a: ListPlace, b: ListPlace): number => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.id - b.id
    const order = typeof a.key === 'string' ? collator.compare(a.key, String(b.key)) : Number(a.key) - Number(b.key)
    return order * direction || a.id - b.id
  }
}

/** Where in an order the clients after a place begin. */
export async function firstAfter(
  order: Int32Array,
  after: ListPlace,
  compare: ReturnType<typeof inOrder>,
  placeOf: (client: number) => Promise<ListPlace>,
): Promise<number> {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(await placeOf(order[middle]!), after) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
