import { SHOWN, type Shown } from '../../api/calls.ts'
import { asOneOf, defined } from '../../app/search-text.ts'

export interface CallsSearch {
  /** absent: those to be done today */
  show?: Shown
}

export function readCallsSearch(raw: Record<string, unknown>): CallsSearch {
  return defined({ show: asOneOf(SHOWN, raw.show) })
}
