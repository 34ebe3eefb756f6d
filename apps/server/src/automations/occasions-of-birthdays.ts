import { type Day, formatDay } from '@comeback/retention'
import { NO_BIRTHDAY, nextBirthday } from '../birthday.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { birthdaysOf } from '../reports/birthdays.ts'
import type { Columns } from '../reports/columns.ts'
import type { Occasion } from './occasion.ts'

interface Known {
  scope: WorkspaceScope
  columns: Columns
  today: Day
}

/**
 * Birthdays of clients with a visit by today that are due, some days before, on one of these days, both included, and not
 * over yet. One a client a year, whatever day of it is put right in the book and however the days before are changed: the
 * year of the birthday is its key, not that of the message.
 */
export async function occasionsOfBirthdays(
  { scope, columns, today }: Known,
  days: number,
  from: Day,
  to: Day,
): Promise<Occasion[]> {
  const { visits, clientIds } = columns
  const { known } = await birthdaysOf(scope, columns)
  const first = Math.max(today, from + days)
  const found: Occasion[] = []
  for (let client = 0; client < visits.clients; client++) {
    const birthday = known[client]!
    const row = visits.clientStart[client]!
    const hasVisit = row < visits.clientStart[client + 1]! && visits.day[row]! <= today
    if (birthday === NO_BIRTHDAY || !hasVisit) continue
    const day = nextBirthday(birthday, first)
    if (day > to + days) continue
    found.push({
      clientId: clientIds[client]!,
      key: `birthday:${formatDay(day).slice(0, 4)}`,
      due: day - days,
      last: day,
    })
  }
  return found
}
