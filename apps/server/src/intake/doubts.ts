import {
  buildVisits,
  type Day,
  formatMonth,
  type LineTable,
  monthOf,
  NO_DAY,
  nextPeriodRule,
  parsePeriod,
  retentionReport,
  STATUSES,
  type VisitRules,
} from '@comeback/retention'
import { STATUS_SOURCES } from './parsed-book.ts'
import { sameContacts } from './same-contacts.ts'

/** Kinds of rows a person may doubt (METRICS "Data quality"). */
export const DOUBTS = [
  'statusInferred',
  'pastWithoutStatus',
  'withoutPhone',
  'withoutPrice',
  'withoutStaff',
  'withoutBookedAt',
  'probableDuplicates',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** The lines of a book with what doubts look at. */
export interface DoubtfulLines {
  lines: LineTable
  /** per line: index into STATUS_SOURCES */
  statusSource: Uint8Array
  /** per client, '' unknown */
  phone: readonly string[]
  email: readonly string[]
}

/** How far one kind of doubtful rows moves the headline rate. */
export interface DoubtEffect {
  kind: Doubt
  /** lines in doubt; of `probableDuplicates`: clients who share a phone or an e-mail with another */
  count: number
  /** the headline without the doubtful lines, or with clients of one contact taken for one */
  served: number
  returned: number
  rate: number | null
}

/** The share of a month's clients who came in the next one, and what doubtful rows do to it. */
export interface Headline {
  /** last month whose next month is over, `YYYY-MM`; a younger history has nobody served in it */
  month: string
  served: number
  returned: number
  /** `null` when the month has no clients */
  rate: number | null
  effects: DoubtEffect[]
}

const SCHEDULED = [STATUSES.indexOf('blank'), STATUSES.indexOf('scheduled')]
const INFERRED = STATUS_SOURCES.indexOf('inferred')

/**
 * The headline rate with and without each kind of doubtful rows that occurs. A line left out is a line of nobody: it
 * makes no visit, and the day through which the data is known stays the same.
 */
export function headlineOf(book: DoubtfulLines, asOf: Day, rules: VisitRules = {}): Headline {
  const month = formatMonth(monthOf(asOf + 1) - 2)
  const base = parsePeriod(month)!
  const totalOf = (lines: LineTable) => {
    const query = { base, rule: nextPeriodRule(base), by: 'all', filters: [], asOf } as const
    const { served, returned, rate } = retentionReport(buildVisits(lines, rules), query).total
    return { served, returned, rate }
  }
  const effects = DOUBTS.map((kind) => ({ kind, ...without(book, kind, asOf) })).filter(({ count }) => count > 0)
  return {
    month,
    ...totalOf(book.lines),
    effects: effects.map(({ kind, count, client }) => ({ kind, count, ...totalOf({ ...book.lines, client }) })),
  }
}

/** Whose the lines are once a doubt is taken seriously, and how much is in doubt. */
function without(book: DoubtfulLines, kind: Doubt, asOf: Day): { count: number; client: Int32Array } {
  const { lines } = book
  if (kind === 'probableDuplicates') {
    const { count, first } = sameContacts(book.phone, book.email)
    return { count, client: lines.client.map((client) => (client < 0 ? client : first[client]!)) }
  }
  let count = 0
  const client = lines.client.map((client, line) => {
    if (client < 0 || lines.product[line] === 1 || !isDoubtful(book, kind, line, asOf)) return client
    count++
    return -1
  })
  return { count, client }
}

function isDoubtful(book: DoubtfulLines, kind: Exclude<Doubt, 'probableDuplicates'>, line: number, asOf: Day): boolean {
  const { lines } = book
  switch (kind) {
    case 'statusInferred':
      return book.statusSource[line] === INFERRED && lines.day[line]! <= asOf
    case 'pastWithoutStatus':
      return SCHEDULED.includes(lines.status[line]!) && lines.day[line]! <= asOf
    case 'withoutPhone':
      return book.phone[lines.client[line]!] === ''
    case 'withoutPrice':
      return Number.isNaN(lines.revenue[line])
    case 'withoutStaff':
      return lines.staff[line] === 0
    case 'withoutBookedAt':
      return lines.bookedDay[line] === NO_DAY
  }
}
