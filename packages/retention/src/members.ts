import type { Groups } from './grouping.ts'
import { Judge, type Judged, RETURNED } from './outcome.ts'
import type { ReturnQuery } from './query.ts'
import type { Indices, Visits } from './visits.ts'

/** The group of each matching line. */
export function groupOfLines({ row, entry, client }: Judged, groups: Groups): Int32Array {
  const groupOf = new Int32Array(row.length)
  if (groups.level === 'client') {
    for (let line = 0; line < row.length; line++) groupOf[line] = groups.of(client[entry[line]!]!)
  } else {
    const { of, column } = groups
    for (let line = 0; line < row.length; line++) groupOf[line] = of[column[row[line]!]!]!
  }
  return groupOf
}

/**
 * Calls back for every served client, in the order of the book, in each group they were served in: with the entry of the
 * client, the group, their last matching line in it, the code of the outcome after that visit, and whether what made them
 * returned has a line of the group. The outcome is mostly the one they were judged by already: only a group whose last
 * visit came before others of the client asks anew. `groupOf`: see {@link groupOfLines}.
 */
export function forEachMember(
  visits: Visits,
  query: ReturnQuery,
  judged: Judged,
  groups: Groups,
  groupOf: Int32Array,
  callback: (entry: number, group: number, line: number, outcome: number, same: boolean) => void,
) {
  const { length, client, start, row, day, outcome, backFrom, backTo } = judged
  if (groups.level === 'client') {
    for (let i = 0; i < length; i++) {
      const line = start[i + 1]! - 1
      callback(i, groupOf[line]!, line, outcome[i]!, outcome[i] === RETURNED)
    }
    return
  }
  const { of, column } = groups
  const judge = new Judge(visits, query)
  const lastEntry = new Int32Array(groups.names.length).fill(-1)
  for (let i = 0; i < length; i++) {
    const last = start[i + 1]! - 1
    for (let line = last; line >= start[i]!; line--) {
      const group = groupOf[line]!
      if (lastEntry[group] === i) continue
      lastEntry[group] = i
      if (day[line] === day[last]) {
        const same = outcome[i] === RETURNED && hasLine(of, column, group, backFrom[i]!, backTo[i]!)
        callback(i, group, line, outcome[i]!, same)
      } else {
        judge.judge(client[i]!, row[line]!)
        const same = judge.outcome === RETURNED && hasLine(of, column, group, judge.backFrom, judge.backTo)
        callback(i, group, line, judge.outcome, same)
      }
    }
  }
}

function hasLine(of: Int32Array, column: Indices, group: number, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (of[column[row]!] === group) return true
  return false
}
