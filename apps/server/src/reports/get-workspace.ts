import { formatDay, type Indices, type Names, NO_DAY, type Visits } from '@comeback/retention'
import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace, waitOf } from '../workspace/index.ts'
import type { Columns } from './columns.ts'

/** The workspace and what its data holds, as the page needs it before the first report. `today` is a day number. */
export async function getWorkspace(scope: WorkspaceScope, columns: Columns, today: number) {
  const row = await readWorkspace(scope)
  const { id, name, currency, timeZone, country, isDemo, practiceDay } = row
  const wait = waitOf(row)
  const { visits } = columns
  const empty = visits.dataThrough === NO_DAY
  const asOf = Math.min(visits.dataThrough, today)
  return {
    ...{ id, name, currency, timeZone, country, isDemo, practiceDay },
    waits: wait && { for: wait.for, since: wait.since.toISOString() },
    settings: columns.settings,
    firstDay: visits.firstDay === NO_DAY ? null : formatDay(visits.firstDay),
    dataThrough: empty ? null : formatDay(visits.dataThrough),
    asOf: empty ? null : formatDay(asOf),
    daysBehind: empty || isDemo || practiceDay !== null ? 0 : today - asOf,
    shortHistory: columns.cadence(asOf).shortHistory,
    counts: {
      clients: visits.clients,
      appointments: columns.appointments,
      lines: columns.lines,
      visits: countVisits(visits),
    },
    dimensions: {
      staff: known(visits.names.staff, visits.staff),
      services: known(visits.names.service, visits.service),
      categories: known(visits.names.serviceCategory, visits.service),
      locations: known(visits.names.location, visits.location),
      sources: known(visits.names.source, visits.source),
      bookers: known(visits.names.bookedBy, visits.bookings.bookedBy),
    },
  }
}

/** The names a column uses, sorted: products and people without a visit are in the book, not in the reports. */
function known(names: Names, column: Indices): string[] {
  const used = new Uint8Array(names.length)
  for (const index of column) used[index] = 1
  const found = new Set(names.filter((name, index) => used[index] === 1 && name !== ''))
  return [...found].sort(new Intl.Collator('uk').compare)
}

function countVisits({ clients, clientStart, day }: Visits): number {
  let count = 0
  for (let client = 0; client < clients; client++) {
    for (let row = clientStart[client]!; row < clientStart[client + 1]!; row++) {
      if (row === clientStart[client] || day[row] !== day[row - 1]) count++
    }
  }
  return count
}
