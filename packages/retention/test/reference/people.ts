import type { Salon } from './line.ts'
import { type Outcome, servedClients } from './outcome.ts'
import type { Question } from './question.ts'
import { mainLine } from './visits.ts'

/** A number of the report whose clients are asked for; without `group`, of the total. */
export interface Cell {
  group?: string | null
  count: 'served' | 'missed' | 'returnedSame' | 'stayed' | 'moved' | Outcome
  newOnly?: boolean
  anchorStaff?: string | null
  nextStaff?: string | null
}

/** The clients behind a number of the report, by client. */
export function peopleBehind(salon: Salon, question: Question, cell: Cell) {
  const group = cell.group === undefined ? undefined : { key: cell.group }
  return servedClients(salon, group, question)
    .filter((one) => {
      if (cell.newOnly && !one.isNew) return false
      const from = mainLine(one.anchorVisit).staff
      const to = one.outcome === 'returned' ? mainLine(one.next!).staff : undefined
      if (cell.anchorStaff !== undefined && from !== cell.anchorStaff) return false
      if (cell.nextStaff !== undefined && to !== cell.nextStaff) return false
      if (cell.count === 'stayed') return to === from
      if (cell.count === 'moved') return to !== undefined && to !== from
      if (cell.count === 'served') return true
      if (cell.count === 'returnedSame') return one.returnedSame
      if (cell.count === 'missed') return one.outcome !== 'returned' && one.outcome !== 'open'
      return one.outcome === cell.count
    })
    .map(({ client, anchor, outcome, isNew }) => ({ client, anchor, outcome, isNew }))
}
