import type { Day, LineTable, VisitRules } from '@comeback/retention'
import { NO_BIRTHDAY } from '../birthday.ts'
import { contactsInOrder, loadLineTable } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { buffersOf, inThread } from '../in-thread.ts'
import type { DoubtfulLines, Headline } from '../intake/index.ts'
import { type Birthdays, birthdaysOf } from '../reports/birthdays.ts'
import { type Columns, defaultAsOf } from '../reports/columns.ts'

export interface QualityTask {
  book: DoubtfulLines
  asOf: Day
  rules: VisitRules
}

/** What of a workspace's data may be wrong, and how far it moves the headline rate. */
export interface WorkspaceQuality {
  asOf: Day
  /** lines of appointments, of which products and of walk-ins without an identity */
  lines: number
  products: number
  withoutClient: number
  clients: number
  /** clients whose birthday is known, and those with a date that is surely not theirs; these move no rate */
  withBirthday: number
  placeholderBirthdays: number
  headline: Headline
}

const WORKER = new URL('./quality-worker.ts', import.meta.url)

/** The last answer of each workspace, for as long as its data stays the same. */
export class QualityCache {
  private readonly answers = new WeakMap<Columns, Map<Day, Promise<WorkspaceQuality>>>()

  /** Throws `noData` without visits. */
  get(scope: WorkspaceScope, columns: Columns, today: Day): Promise<WorkspaceQuality> {
    const asOf = defaultAsOf(columns, today)
    const known = this.answers.get(columns)?.get(asOf)
    if (known) return known
    const answer = getQuality(scope, columns, asOf)
    this.answers.set(columns, new Map([[asOf, answer]]))
    answer.catch(() => this.answers.delete(columns))
    return answer
  }
}

async function getQuality(scope: WorkspaceScope, columns: Columns, asOf: Day): Promise<WorkspaceQuality> {
  const { lines, statusSource, clientIds, settings } = await loadLineTable(scope)
  const contacts = await contactsInOrder(scope, clientIds)
  const counts = countLines(lines)
  const task: QualityTask = { book: { lines, statusSource, ...contacts }, asOf, rules: settings }
  const birthdays = countBirthdays(await birthdaysOf(scope, columns))
  return { asOf, ...counts, ...birthdays, headline: await inThread(WORKER, task, { transfer: buffersOf(task) }) }
}

function countBirthdays({ known, isPlaceholder }: Birthdays) {
  let withBirthday = 0
  let placeholderBirthdays = 0
  for (let client = 0; client < known.length; client++) {
    if (known[client] !== NO_BIRTHDAY) withBirthday++
    placeholderBirthdays += isPlaceholder[client]!
  }
  return { withBirthday, placeholderBirthdays }
}

function countLines({ length, clients, client, product }: LineTable) {
  let products = 0
  let withoutClient = 0
  for (let line = 0; line < length; line++) {
    products += product[line]!
    if (client[line]! < 0) withoutClient++
  }
  return { lines: length, clients, products, withoutClient }
}
