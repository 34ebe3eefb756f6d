import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientSummary, type Day, formatDay, parseDay, summariseClient, type Visits } from '@comeback/retention'
import { eq } from 'drizzle-orm'
import { bookable, type Contact, findContacts, hideImport, showImport, storeBook } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { type DemoRow, demoRows, Random, writeDemoCsv } from '../demo/index.ts'
import { AppError } from '../errors.ts'
import { readBook } from '../intake/index.ts'
import type { Columns, ColumnsCache } from '../reports/columns.ts'
import { readWorkspace } from '../workspace/index.ts'
import { type Coming, comings } from './comings.ts'

/** Far above the numbers of people's own imports, which count from 1. */
const FIRST_IMPORT = 1_000_000
const KEEPS_APPOINTMENT = 0.93
const KEEPING_STREAM = 13
/** Of somebody whose rhythm is not known. */
const USUAL_GAP = 45

/** Days on which messages reached clients of a salon, by id in the book. */
export type MessagesSent = (scope: WorkspaceScope) => Promise<ReadonlyMap<number, readonly Day[]>>

export interface Played {
  /** the day it is now */
  today: Day
  /** visits of the days that were played */
  visits: number
  /** of them, those a message brought */
  becauseOfMessages: number
}

/**
 * Lets some days of a practice salon go by: clients come as their habits and the messages they got have them. Throws
 * `notPractice` in a real salon. After a crash the days have not gone by, and playing them gives the same visits.
 */
export function playOn(scope: WorkspaceScope, cache: ColumnsCache, sent: MessagesSent, days: number): Promise<Played> {
  return scope.exclusively(async () => {
    const { practiceDay } = await readWorkspace(scope)
    if (practiceDay === null) throw new AppError('notPractice')
    const eve = parseDay(practiceDay)!
    const columns = await cache.get(scope)
    const came = await whoCame(scope, columns, await sent(scope), eve, eve + days)
    const rows = [...keptAppointments(eve, eve + days), ...came.map(({ row }) => row)]
    const importId = FIRST_IMPORT + eve
    if (rows.length > 0) await storeHidden(scope, rows, importId)
    await scope.transaction(async (inner) => {
      if (rows.length > 0) await showImport(inner, importId)
      const now = { practiceDay: formatDay(eve + days) }
      await inner.db.update(workspaces).set(now).where(eq(workspaces.id, scope.workspaceId))
    })
    const becauseOfMessages = came.filter(({ because }) => because === 'message').length
    return { today: eve + days, visits: rows.filter(({ status }) => status === 'completed').length, becauseOfMessages }
  })
}

type Came = Coming & { row: DemoRow }

async function whoCame(
  scope: WorkspaceScope,
  { visits, cadence, clientIds }: Columns,
  sent: ReadonlyMap<number, readonly Day[]>,
  eve: Day,
  to: Day,
): Promise<Came[]> {
  const rhythm = cadence(eve)
  const seed = 1
  const found: { summary: ClientSummary; coming: Coming }[] = []
  for (const client of clientIds.keys()) {
    const summary = summariseClient(visits, rhythm, client)
    if (!summary) continue
    const habit = {
      client,
      lastVisit: summary.lastVisit,
      gap: summary.expectedGap ?? USUAL_GAP,
      isBooked: summary.state === 'booked',
      messages: sent.get(clientIds[client]!) ?? [],
    }
    for (const coming of comings(habit, eve + 1, to, seed)) found.push({ summary, coming })
  }
  const ids = [...new Set(found.map(({ summary }) => clientIds[summary.client]!))]
  const contacts = await findContacts(scope, ids)
  return found.flatMap(({ summary, coming }) => {
    const contact = contacts.get(clientIds[summary.client]!)
    return contact && !contact.erased ? [{ ...coming, row: visitRow(visits, summary, contact, coming.day) }] : []
  })
}

/** Appointments the demo's clients had made for these days: nearly all are kept. */
function keptAppointments(eve: Day, to: Day): DemoRow[] {
  return demoRows().flatMap((row, index) => {
    const day = parseDay(row.starts_at.slice(0, 10))!
    if (row.status !== 'scheduled' || day <= eve || day > to) return []
    const isKept = new Random(1, KEEPING_STREAM, index).chance(KEEPS_APPOINTMENT)
    return [{ ...row, status: isKept ? 'completed' : 'no_show' }]
  })
}

/** The same as last time: the place, the master, the service, about the same bill. */
function visitRow(visits: Visits, summary: ClientSummary, contact: Contact, day: Day): DemoRow {
  const { names } = visits
  const minute = 10 * 60 + 30 * (summary.client % 18)
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  let last = visits.clientStart[summary.client]!
  while (visits.day[last]! < summary.lastVisit) last++
  return {
    appointment_id: `P${summary.client}-${day}`,
    client_id: contact.externalId,
    client_name: contact.name,
    phone: contact.phone,
    email: contact.email,
    starts_at: `${formatDay(day)}T${time}`,
    booked_at: '',
    cancelled_at: '',
    status: 'completed',
    staff: names.staff[visits.staff[last]!]!,
    service: names.service[visits.service[last]!]!,
    category: names.serviceCategory[visits.service[last]!]!,
    location: names.location[visits.location[last]!]!,
    price: summary.averageTicket === null ? '' : String(Math.round(summary.averageTicket / 1000) * 10),
    discount: '',
    source: '',
    requested: '',
    kind: 'service',
    booked_by: '',
  }
}

async function storeHidden(scope: WorkspaceScope, rows: DemoRow[], importId: number) {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-practice-'))
  try {
    const file = join(folder, 'visits.csv')
    await writeFile(file, writeDemoCsv(rows))
    const { book } = await readBook(file)
    await hideImport(scope, importId, 'new')
    await storeBook(scope, bookable(book), { importId })
  } finally {
    await rm(folder, { recursive: true })
  }
}
