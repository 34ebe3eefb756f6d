import { STATUSES } from '@comeback/retention'
import type { ColumnPlaces } from '../fields.ts'
import { readRequested } from '../words/answers.ts'

const YES = 1
const COMPLETED = STATUSES.indexOf('completed')
const CANCELLED = STATUSES.indexOf('cancelled')
const NO_SHOW = STATUSES.indexOf('no_show')

/**
 * The status of a row by its columns of yes and no (`Canceled`, `No show`). Not to have come is said last and holds over
 * a word such as "confirmed"; what no column affirms stays as the word has it.
 */
export function statusByFlags(places: ColumnPlaces, cells: readonly string[], status: number): number {
  const says = (place: number) => place >= 0 && readRequested(cells[place] ?? '') === YES
  if (says(places.is_no_show)) return NO_SHOW
  if (says(places.is_cancelled)) return CANCELLED
  return status === 0 && says(places.is_done) ? COMPLETED : status
}
