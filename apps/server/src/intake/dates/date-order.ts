import type { ColumnPlaces } from '../fields.ts'
import type { Table } from '../readers/table.ts'
import { type DateOrder, isAmbiguous, provenOrder } from './dates.ts'

export interface DecidedOrder {
  order: DateOrder
  /** dates could be read either way and nothing in the file says which */
  doubtful: boolean
}

/**
 * Order of day and month in dates with slashes or dashes: the first value that can only be read one way proves it for
 * the whole file, since one system wrote it. Such a file is looked through before it is read; others are not.
 */
export async function decideDateOrder(
  table: Table,
  places: ColumnPlaces,
  headerIndex: number,
  signal: AbortSignal | undefined,
): Promise<DecidedOrder> {
  const columns = [places.starts_at, places.booked_at, places.cancelled_at, places.birthday].filter(
    (place) => place >= 0,
  )
  let ambiguous = false
  let proven: DateOrder | null = null
  const look = (row: readonly string[]) => {
    for (const column of columns) {
      const text = row[column] ?? ''
      proven ??= provenOrder(text)
      ambiguous ||= isAmbiguous(text)
    }
  }
  table.head.slice(headerIndex + 1).forEach(look)
  if (proven === null && ambiguous) await lookThrough(table, look, () => proven !== null, signal)
  return { order: proven ?? 'dmy', doubtful: proven === null && ambiguous }
}

async function lookThrough(
  table: Table,
  look: (row: readonly string[]) => void,
  enough: () => boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const found = Symbol('found')
  try {
    await table.read(
      (rows) => {
        for (const row of rows) {
          look(row)
          if (enough()) throw found
        }
      },
      () => {},
      signal,
    )
  } catch (error) {
    if (error !== found) throw error
  }
}
