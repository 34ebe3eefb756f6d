import type { Groups } from './grouping.ts'
import { Judge, type Judged, RETURNED } from './outcome.ts'
import type { ReturnQuery } from './query.ts'
import type { Indices, Visits } from './visits.ts'

/** Served clients in the groups they were served in, an entry for each client and group; the last of the book first. */
export interface Members {
  /** group of each matching line, in the order of `Served` */
  groupOf: Int32Array
  length: number
  /** entry of the client in `Served` */
  entry: Int32Array
  group: Int32Array
  /** day of the last matching visit in the group */
  anchor: Int32Array
  /** code of the outcome after that visit */
  outcome: Uint8Array
  /** 1 when what makes the client returned has a line of the group */
  same: Uint8Array
}

/**
 * Puts the served clients into their groups. The outcome is mostly the one they were judged by already: only a group
 * whose last visit came before others of the client asks anew.
 */
export function membersOf(visits: Visits, query: ReturnQuery, judged: Judged, groups: Groups): Members {
  const { client, start, entry, row, day, outcome, backFrom, backTo } = judged
  const judge = new Judge(visits, query)
  const lastEntry = new Int32Array(groups.names.length).fill(-1)
  const column = () => new Int32Array(row.length)
  const members = { groupOf: column(), entry: column(), group: column(), anchor: column() }
  const flags = { outcome: new Uint8Array(row.length), same: new Uint8Array(row.length) }
  let length = 0
  for (let line = row.length - 1; line >= 0; line--) {
    const i = entry[line]!
    const group = groups.level === 'client' ? groups.of(client[i]!) : groups.of[groups.column[row[line]!]!]!
    members.groupOf[line] = group
    if (lastEntry[group] === i) continue
    lastEntry[group] = i
    members.entry[length] = i
    members.group[length] = group
    members.anchor[length] = day[line]!
    if (day[line] === day[start[i + 1]! - 1]) {
      flags.outcome[length] = outcome[i]!
      flags.same[length] = outcome[i] === RETURNED && hasLine(groups, group, backFrom[i]!, backTo[i]!) ? 1 : 0
    } else {
      judge.judge(client[i]!, row[line]!)
      flags.outcome[length] = judge.outcome
      flags.same[length] = judge.outcome === RETURNED && hasLine(groups, group, judge.backFrom, judge.backTo) ? 1 : 0
    }
    length++
  }
  return { length, ...members, ...flags }
}

/** Whether one of these rows, of a client of the group, is of the group. */
function hasLine(groups: Groups, group: number, from: number, to: number): boolean {
  return groups.level === 'client' || hasRow(groups.of, groups.column, group, from, to)
}

function hasRow(of: Int32Array, column: Indices, group: number, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (of[column[row]!] === group) return true
  return false
}
