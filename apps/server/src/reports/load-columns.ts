import { isDeepStrictEqual } from 'node:util'
import { buildVisits, cadenceOf, type LineTable, replaceClients, type Visits, WALK_INS } from '@comeback/retention'
import { type LoadedLines, loadChange, loadLineTable } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { rememberByDay } from './by-day.ts'
import { ClientOrders } from './client-orders.ts'
import type { Columns } from './columns.ts'
import type { FitQueue } from './fit-in-worker.ts'

const KEPT_CADENCES = 8
const KEPT_LIFETIMES = 4
/** With more of its clients changed, loading all of the book is not slower. */
const CHANGED_AT_MOST = 0.2

/** @param locations the person is limited to, `null` for all */
export async function loadColumns(
  scope: WorkspaceScope,
  fits: FitQueue,
  locations: readonly string[] | null,
): Promise<Columns> {
  const loaded = await loadLineTable(scope)
  const lines = locations === null ? loaded.lines : linesAt(loaded.lines, locations)
  const appointments = lines.appointment.reduce((count, each) => Math.max(count, each + 1), 0)
  return columnsOf(buildVisits(lines, loaded.settings), fits, loaded, { lines: lines.length, appointments })
}

/**
 * The columns after imports that came since, with only the changed clients loaded; `null` when everything has to be
 * loaded: a setting has changed, an import was taken back, clients were renumbered, or too many have changed.
 */
export async function updateColumns(scope: WorkspaceScope, fits: FitQueue, before: Columns): Promise<Columns | null> {
  const { visits, clientIds } = before
  const change = await loadChange(scope, before.version, CHANGED_AT_MOST * visits.clients)
  if (!change || !isDeepStrictEqual(change.settings, before.settings) || !goesOn(clientIds, change.clientIds))
    return null
  const indexOf = new Map(Array.from(change.clientIds, (id, index) => [id, index]))
  const changed = change.changed.flatMap((id) => (id === null ? WALK_INS : (indexOf.get(id) ?? [])))
  return columnsOf(replaceClients(visits, changed, change.lines, change.settings), fits, change, {
    lines: before.lines + change.linesAdded,
    appointments: before.appointments + change.appointmentsAdded,
  })
}

function columnsOf(
  visits: Visits,
  fits: FitQueue,
  {
    version,
    settings,
    clientIds,
    minorPerMajor,
  }: Pick<LoadedLines, 'version' | 'settings' | 'clientIds' | 'minorPerMajor'>,
  counts: Pick<Columns, 'lines' | 'appointments'>,
): Columns {
  return {
    version,
    settings,
    visits,
    clientIds,
    ...counts,
    cadence: rememberByDay(KEPT_CADENCES, (asOf) => cadenceOf(visits, asOf, settings.thresholds)),
    lifetime: rememberByDay(KEPT_LIFETIMES, (asOf) => fits.run(visits, asOf, minorPerMajor)),
    orders: new ClientOrders(),
  }
}

/** Lines elsewhere become lines of nobody: they make no visit, and the day the data reaches stays the same. */
function linesAt(lines: LineTable, locations: readonly string[]): LineTable {
  const here = lines.names.location.map((name) => locations.includes(name))
  return { ...lines, client: lines.client.map((client, line) => (here[lines.location[line]!] ? client : -1)) }
}

/** Whether the numbering goes on where the other one ends. */
function goesOn(before: Int32Array, now: Int32Array): boolean {
  return before.length <= now.length && before.every((id, index) => id === now[index])
}
