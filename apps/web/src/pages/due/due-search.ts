import { asFlag, asOneOf, asText, defined } from '../../app/search-text.ts'

/** The lists, from those not late yet to those given up by most. */
export const SEGMENTS = ['week', 'due', 'atRisk', 'longOverdue'] as const
export type Segment = (typeof SEGMENTS)[number]

export interface DueSearch {
  /** absent: time to remind */
  list?: Segment
  staff?: string
  q?: string
  sort?: string
  desc?: true
}

export function readDueSearch(raw: Record<string, unknown>): DueSearch {
  return defined({
    list: asOneOf(SEGMENTS, raw.list),
    staff: asText(raw.staff),
    q: asText(raw.q),
    sort: asText(raw.sort),
    desc: asFlag(raw.desc),
  })
}
