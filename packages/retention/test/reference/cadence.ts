import { holdsFutureAppointment } from './future.ts'
import type { Salon } from './line.ts'
import { mainLine, type Visit, visitsUntil } from './visits.ts'

/** From a visit to the same client's next one, or to `asOf` when there is none yet. */
interface Gap {
  client: number
  days: number
  finished: boolean
  /** main line's service of the visit that begins it */
  service: string | null
}

function gapsOf(visits: Visit[], asOf: number): Gap[] {
  return visits.map((visit, i) => {
    const following = visits[i + 1]
    const next = following !== undefined && following.client === visit.client ? following : undefined
    return {
      client: visit.client,
      days: (next ? next.day : asOf) - visit.day,
      finished: next !== undefined,
      service: mainLine(visit).service,
    }
  })
}

/** Σ_{t ≤ L} ln t·ΔF(t) / F(L), F the Kaplan–Meier curve of the gaps; `null` when none is finished by L. */
function meanLog(gaps: Gap[], limit: number): number | null {
  let survival = 1
  let sum = 0
  for (let t = 1; t <= limit; t++) {
    const atRisk = gaps.filter((gap) => gap.days >= t).length
    const events = gaps.filter((gap) => gap.finished && gap.days === t).length
    if (events === 0) continue
    const after = survival * (1 - events / atRisk)
    sum += Math.log(t) * (survival - after)
    survival = after
  }
  return survival === 1 ? null : sum / (1 - survival)
}

/** Days rule 6 looks at: `min(180, ⌊0.8·(T − first visit day of the workspace)⌋)`. */
function limitOf(visits: Visit[], asOf: number): number {
  const first = Math.min(...visits.map((visit) => visit.day))
  return Math.min(180, Math.floor((4 * (asOf - first)) / 5))
}

export type State = 'booked' | 'active' | 'due' | 'atRisk' | 'longOverdue' | null

export interface Cadence {
  expectedGap: number | null
  expectedOn: number | null
  overdue: number | null
  state: State
}

function stateOf(overdue: number): State {
  if (overdue <= 1.25) return 'active'
  if (overdue <= 2) return 'due'
  if (overdue <= 3) return 'atRisk'
  return 'longOverdue'
}

/** METRICS §6 for one client who has visited by `asOf`. */
export function cadenceOfClient(salon: Salon, client: number, asOf: number): Cadence {
  const visits = visitsUntil(salon, asOf)
  const booked = holdsFutureAppointment(salon, client, asOf)
  const gaps = gapsOf(visits, asOf)
  const limit = limitOf(visits, asOf)
  const m0 = meanLog(gaps, limit)
  if (m0 === null) return { expectedGap: null, expectedOn: null, overdue: null, state: booked ? 'booked' : null }

  const last = visits.filter((visit) => visit.client === client).at(-1)!
  const ofService = gaps.filter((gap) => gap.service === mainLine(last).service)
  const n_s = ofService.filter((gap) => gap.finished && gap.days <= limit).length
  const m_s = n_s === 0 ? m0 : (n_s * meanLog(ofService, limit)! + 20 * m0) / (n_s + 20)

  const own = gaps.filter((gap) => gap.client === client && gap.finished)
  const logs = own.reduce((sum, gap) => sum + Math.log(gap.days), 0)
  const expectedGap = Math.exp((logs + 2 * m_s) / (own.length + 2))
  const overdue = (asOf - last.day) / expectedGap
  return {
    expectedGap,
    expectedOn: last.day + Math.round(expectedGap),
    overdue,
    state: booked ? 'booked' : stateOf(overdue),
  }
}
