import {
  COUNTS,
  type Count,
  CURVE_GROUPINGS,
  type CurveGrouping,
  GROUPINGS,
  type Grouping,
  REBOOKING_COUNTS,
  REBOOKING_GROUPINGS,
  type RebookingCount,
  type RebookingGrouping,
} from '../../api/types.ts'
import { asFlag, asList, asOneOf, asText, defined } from '../../app/search-text.ts'

/** Groupings that have a tab; newness is a filter and a tile instead. */
export const GROUP_TABS = ['staff', 'service', 'category', 'location', 'source'] as const satisfies readonly Grouping[]
export type GroupTab = (typeof GROUP_TABS)[number]
export const TABS = ['lost', ...GROUP_TABS, 'rebooking', 'flows', 'curve', 'cohorts'] as const
export type Tab = (typeof TABS)[number]
/** Where the curve's time axis may end; absent: where it suits the data. */
export const CURVE_DAYS = ['90', '180', '365', 'all'] as const
export type CurveDays = (typeof CURVE_DAYS)[number]

/** Everything the screen can be in; a copied address opens the same. Absent values are the page's own choice. */
export interface RetentionSearch {
  base?: string
  return?: string
  asOf?: string
  filter?: string[]
  tab?: Tab
  sort?: string
  desc?: true
  q?: string
  /** the open drawer: these people of the total, or of row `of` of the tab's table */
  people?: Count
  of?: string
  /** of the flows: those of master `of` who came back to this one */
  to?: string
  new?: true
  /** what the rebooking rate is split by, and the open people of its total or of row `of` */
  split?: RebookingGrouping
  booked?: RebookingCount
  /** the open panel of other tools' numbers */
  tools?: true
  /** the return curve: what it is split by, from the first visit ever, which groups are drawn, up to which day */
  by?: CurveGrouping
  first?: true
  show?: string[]
  days?: CurveDays
  /** the cohorts by money instead of by clients, and all of them instead of the latest */
  money?: true
  all?: true
  /** the open cell of the cohorts: `2025-10+3`, the clients new in October who came three months later */
  cell?: string
}

export function readRetentionSearch(raw: Record<string, unknown>): RetentionSearch {
  const filter = asList(raw.filter).filter((text) => GROUPINGS.some((field) => text.startsWith(`${field}:`)))
  return defined({
    base: asText(raw.base),
    return: asText(raw.return),
    asOf: asText(raw.asOf),
    filter: filter.length > 0 ? filter : undefined,
    tab: asOneOf(TABS, raw.tab),
    sort: asText(raw.sort),
    desc: asFlag(raw.desc),
    q: asText(raw.q),
    people: asOneOf(COUNTS, raw.people),
    of: typeof raw.of === 'string' ? raw.of : undefined,
    to: typeof raw.to === 'string' ? raw.to : undefined,
    new: asFlag(raw.new),
    split: asOneOf(REBOOKING_GROUPINGS, raw.split),
    booked: asOneOf(REBOOKING_COUNTS, raw.booked),
    tools: asFlag(raw.tools),
    by: asOneOf(CURVE_GROUPINGS, raw.by),
    first: asFlag(raw.first),
    show: raw.show === undefined ? undefined : asList(raw.show),
    days: asOneOf(CURVE_DAYS, raw.days),
    money: asFlag(raw.money),
    all: asFlag(raw.all),
    cell: asText(raw.cell),
  })
}
