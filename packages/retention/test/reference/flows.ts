import type { Salon } from './line.ts'
import { servedClients } from './outcome.ts'
import type { Question } from './question.ts'
import { byCodePoints } from './report.ts'
import { mainLine } from './visits.ts'

/**
 * Staff of the anchor visit's main line → staff of the next visit's main line, over the clients of the total.
 * Masters by code points of their name, the nameless one as the empty string; targets with the most clients first.
 */
export function flows(salon: Salon, question: Question) {
  const moves = servedClients(salon, undefined, question).map((one) => ({
    from: mainLine(one.anchorVisit).staff,
    to: one.outcome === 'returned' ? mainLine(one.next!).staff : null,
    outcome: one.outcome,
  }))
  const returned = moves.filter((move) => move.outcome === 'returned')
  const inOrder = (names: (string | null)[]) => [...new Set(names)].sort((a, b) => byCodePoints(a ?? '', b ?? ''))

  const rows = inOrder(moves.map((move) => move.from)).map((master) => {
    const own = moves.filter((move) => move.from === master)
    const back = returned.filter((move) => move.from === master)
    const stayed = back.filter((move) => move.to === master).length
    const open = own.filter((move) => move.outcome === 'open').length
    return {
      staff: master,
      stayed,
      moved: back.length - stayed,
      missed: own.length - back.length - open,
      open,
      to: inOrder(back.map((move) => move.to))
        .map((staff) => ({ staff, clients: back.filter((move) => move.to === staff).length }))
        .sort((a, b) => b.clients - a.clients),
    }
  })
  return { staff: inOrder([...moves.map((move) => move.from), ...returned.map((move) => move.to)]), rows }
}
