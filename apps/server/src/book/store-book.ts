import { setImmediate } from 'node:timers/promises'
import type { WorkspaceScope } from '../database/scope.ts'
import type { Bookable } from './bookable.ts'
import { groupByAppointment, slicesOf } from './slices.ts'
import { storeClients } from './store-clients.ts'
import { type StoredCounts, storeLines } from './store-lines.ts'
import { storeNames, storeServices } from './store-names.ts'
import { type BookIds, writeLines } from './write-lines.ts'

/** What one committed step of storing did. */
export interface StoreStep extends StoredCounts {
  clientsCreated: number
  /** lines of the file stored so far */
  linesDone: number
  /** appointment of the book to go on with after a stop */
  next: number
}

export interface StoreOptions {
  importId: number
  /** appointment to go on with: `next` of the last step that was committed */
  from?: number
  /** Runs in each step's transaction, with its scope. Throwing takes the step back and ends the storing. */
  onStep?: (scope: WorkspaceScope, step: StoreStep) => Promise<void>
}

/**
 * Stores a book: clients and appointments that are new are created, those that differ are updated, those that are
 * not in it stay as they are; the same book again changes nothing. It goes in short transactions and lets others
 * have their turn between them; `from` goes on after a stop. Run it inside {@link WorkspaceScope.exclusively}, and
 * with the import hidden (visibility.ts) for nobody to see half of it.
 */
export async function storeBook(scope: WorkspaceScope, book: Bookable, options: StoreOptions): Promise<void> {
  const { importId, from = 0, onStep } = options
  const grouped = groupByAppointment(book)
  const nothing = { created: 0, updated: 0, unchanged: 0, clientsCreated: 0 }
  const linesBefore = grouped.start[from] ?? 0

  const names = await storeAllNames(scope, importId, book)
  const clients = await storeClients(scope, importId, book.clients, async (inner, clientsCreated) =>
    onStep?.(inner, { ...nothing, clientsCreated, linesDone: linesBefore, next: from }),
  )
  for (const slice of slicesOf(grouped, from)) {
    const rows = writeLines(book, grouped, slice, { ...names, clients })
    await scope.transaction(async (inner) => {
      const counts = await storeLines(inner, importId, rows)
      await onStep?.(inner, { ...nothing, ...counts, linesDone: slice.lines.to, next: slice.appointments.to })
    })
    await setImmediate()
  }
}

function storeAllNames(
  scope: WorkspaceScope,
  importId: number,
  { lines: { names } }: Bookable,
): Promise<Omit<BookIds, 'clients'>> {
  return scope.transaction(async (inner) => ({
    staff: await storeNames(inner, 'staff', importId, names.staff),
    services: await storeServices(inner, importId, names.service, names.serviceCategory),
    locations: await storeNames(inner, 'locations', importId, names.location),
    sources: await storeNames(inner, 'sources', importId, names.source),
    bookers: await storeNames(inner, 'bookers', importId, names.bookedBy),
  }))
}
