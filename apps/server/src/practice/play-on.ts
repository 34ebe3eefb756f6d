import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientSummary, type Day, formatDay, parseDay, summariseClient } from '@comeback/retention'
import { eq } from 'drizzle-orm'
import { expireDue } from '../bonuses/index.ts'
import { bookable, findContacts, hideImport, showImport, storeBook } from '../book/index.ts'
import type { SentMessage } from '../campaigns/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { type DemoRow, writeDemoCsv } from '../demo/index.ts'
import { AppError } from '../errors.ts'
import { readBook } from '../intake/index.ts'
import type { SendingDeps } from '../messages/index.ts'
import type { Columns, ColumnsCache } from '../reports/columns.ts'
import { readWorkspace } from '../workspace/index.ts'
import { answerSurveys } from './answer-surveys.ts'
import { type Click, clickLinks } from './click-links.ts'
import { answersOf, type Coming, comings, type Habit } from './comings.ts'
import { payWithBonuses } from './pay-with-bonuses.ts'
import { reportDeliveries } from './report-deliveries.ts'
import { keptAppointments, newcomers, visitRow } from './visit-rows.ts'
import { writeBack } from './write-back.ts'

/** Far above the numbers of people's own imports, which count from 1. */
const FIRST_IMPORT = 1_000_000
/** Of somebody whose rhythm is not known. */
const USUAL_GAP = 45
export const SEED = 1

export interface PlayDeps {
  cache: Pick<ColumnsCache, 'get'>
  /** messages that reached clients of a salon, by id in the book */
  sent(scope: WorkspaceScope): Promise<ReadonlyMap<number, readonly SentMessage[]>>
  sending: Pick<SendingDeps, 'push'>
}

export interface Played {
  /** the day it is now */
  today: Day
  /** visits of the days that were played */
  visits: number
  /** of them, those a message brought */
  becauseOfMessages: number
}

/**
 * Lets some days of a practice salon go by: clients come as their habits and the messages they got have them, open the
 * links they were sent, write back, answer surveys, book, and pay with the bonuses they hold; a few come for the first
 * time. Throws `notPractice` in a real salon. After a crash the days have not gone by, and playing them gives the same visits.
 */
export function playOn(scope: WorkspaceScope, { cache, sent, sending }: PlayDeps, days: number): Promise<Played> {
  return scope.exclusively(async () => {
    const { practiceDay } = await readWorkspace(scope)
    if (practiceDay === null) throw new AppError('notPractice')
    const eve = parseDay(practiceDay)!
    const to = eve + days
    const columns = await cache.get(scope)
    const messages = await sent(scope)
    const { came, ahead, clicks } = await whatClientsDo(scope, columns, messages, eve, to)
    const rows = [
      ...keptAppointments(eve, to),
      ...newcomers(columns.visits, eve, to),
      ...[...came, ...ahead].map(({ row }) => row),
    ]
    const importId = FIRST_IMPORT + eve
    if (rows.length > 0) await storeHidden(scope, rows, importId)
    await scope.transaction(async (inner) => {
      if (rows.length > 0) await showImport(inner, importId)
      await reportDeliveries(inner, sending)
      await clickLinks(inner, clicks)
      await writeBack(inner, messages, eve, to)
      await answerSurveys(inner, messages, eve, to)
      await payWithBonuses(inner, came)
      const now = { practiceDay: formatDay(to) }
      await inner.db.update(workspaces).set(now).where(eq(workspaces.id, scope.workspaceId))
      await expireDue(inner, now.practiceDay)
    })
    return {
      today: to,
      visits: rows.filter(({ status }) => status === 'completed').length,
      becauseOfMessages: came.filter(({ answer }) => answer !== null).length,
    }
  })
}

/** A visit of somebody in the book. */
export interface Visit extends Coming {
  clientId: number
  row: DemoRow
}

interface Deeds {
  came: Visit[]
  /** appointments made for later */
  ahead: { row: DemoRow }[]
  clicks: Click[]
}

async function whatClientsDo(
  scope: WorkspaceScope,
  { visits, cadence, clientIds }: Columns,
  sent: ReadonlyMap<number, readonly SentMessage[]>,
  eve: Day,
  to: Day,
): Promise<Deeds> {
  const rhythm = cadence(eve)
  const isPlayed = (day: Day) => day > eve && day <= to
  const coming: { summary: ClientSummary; clientId: number; comes: Coming }[] = []
  const booking: { summary: ClientSummary; clientId: number; day: Day; bookedOn: Day }[] = []
  const clicks: Click[] = []
  for (const [client, clientId] of clientIds.entries()) {
    const summary = summariseClient(visits, rhythm, client)
    if (!summary) continue
    const messages = sent.get(clientId) ?? []
    const habit = habitOf(clientId, summary, messages)
    for (const comes of comings(habit, eve + 1, to, SEED)) coming.push({ summary, clientId, comes })
    for (const { message, clicksOn, visit } of answersOf(habit, SEED)) {
      const source = messages.find(({ day }) => day === message)?.source
      if (isPlayed(clicksOn) && source) clicks.push({ clientId, source, on: clicksOn })
      if (visit && isPlayed(visit.bookedOn) && visit.day > to) booking.push({ summary, clientId, ...visit })
    }
  }
  const ids = new Set([...coming, ...booking].map(({ clientId }) => clientId))
  const contacts = await findContacts(scope, [...ids])
  const known = (clientId: number) => {
    const contact = contacts.get(clientId)
    return contact && !contact.erased ? contact : null
  }
  return {
    clicks,
    came: coming.flatMap(({ summary, clientId, comes }) => {
      const contact = known(clientId)
      const bookedOn = comes.answer?.visit?.bookedOn ?? null
      if (!contact) return []
      const row = visitRow(visits, summary, contact, { day: comes.day, bookedOn, status: 'completed' })
      return [{ ...comes, clientId, row }]
    }),
    ahead: booking.flatMap(({ summary, clientId, ...visit }) => {
      const contact = known(clientId)
      return contact ? [{ row: visitRow(visits, summary, contact, { ...visit, status: 'scheduled' }) }] : []
    }),
  }
}

/** What is known of a client on a day, and the messages that have reached them. */
export function habitOf(
  clientId: number,
  { lastVisit, expectedGap, state }: ClientSummary,
  messages: readonly Pick<SentMessage, 'day'>[],
): Habit {
  return {
    ...{ client: clientId, lastVisit, gap: expectedGap ?? USUAL_GAP, isBooked: state === 'booked' },
    messages: messages.map(({ day }) => day),
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
