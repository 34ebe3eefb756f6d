import type { Reject } from './parsed-book.ts'
import { shorten } from './shorten.ts'

/** Rejects whose details are kept; beyond, they are only counted, so that a hopeless file cannot fill the memory. */
const DETAILS_KEPT = 100_000
const VALUE_SHOWN = 80

export class RejectList {
  readonly details: Reject[] = []
  count = 0

  add(reject: Reject): void {
    this.count++
    if (this.details.length >= DETAILS_KEPT) return
    this.details.push({ ...reject, value: shorten(reject.value, VALUE_SHOWN) })
  }

  /** In the order of the file. */
  sorted(): Reject[] {
    return this.details.sort((a, b) => a.row - b.row)
  }
}
