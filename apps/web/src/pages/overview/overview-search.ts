import { asFlag, asOneOf, asText, defined } from '../../app/search-text.ts'

export const SPANS = ['12', '24', 'all'] as const
export type Span = (typeof SPANS)[number]

/** What the overview can be in; a copied address opens the same. */
export interface OverviewSearch {
  /** how many of the latest months; absent: 12 */
  months?: Span
  sort?: string
  desc?: true
}

export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  return defined({ months: asOneOf(SPANS, raw.months), sort: asText(raw.sort), desc: asFlag(raw.desc) })
}
