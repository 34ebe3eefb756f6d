import { type Birthday, NO_BIRTHDAY, parseBirthday, placeholderBirthdays } from '../birthday.ts'
import { storedBirthdays } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import type { Columns } from './columns.ts'

/** Birthdays of the clients of the columns, each at their place. */
export interface Birthdays {
  /** NO_BIRTHDAY where it is not known, or is surely not theirs */
  known: ArrayLike<Birthday>
  /** 1 where the book has a date that is surely not theirs, see {@link placeholderBirthdays} */
  isPlaceholder: ArrayLike<number>
}

const loads = new WeakMap<object, Promise<Birthdays>>()

/**
 * Birthdays as the book has them, read once for these columns. They are opened in the server, which has the key where they
 * are stored sealed, as are the phones campaigns write to: the database cannot tell who has a birthday. What is a
 * placeholder is decided over all clients of the book, also where a person is limited to locations.
 */
export function birthdaysOf(scope: WorkspaceScope, columns: Pick<Columns, 'clientIds'>): Promise<Birthdays> {
  const known = loads.get(columns)
  if (known) return known
  const load = loadBirthdays(scope, columns.clientIds)
  loads.set(columns, load)
  load.catch(() => loads.delete(columns))
  return load
}

async function loadBirthdays(scope: WorkspaceScope, clientIds: Int32Array): Promise<Birthdays> {
  const stored = new Map<number, Birthday>()
  for (const [id, text] of await storedBirthdays(scope)) stored.set(id, parseBirthday(text))
  const placeholders = placeholderBirthdays(stored.values())
  const all = Int32Array.from(clientIds, (id) => stored.get(id) ?? NO_BIRTHDAY)
  return {
    known: all.map((birthday) => (placeholders.has(birthday) ? NO_BIRTHDAY : birthday)),
    isPlaceholder: Uint8Array.from(all, (birthday) => (placeholders.has(birthday) ? 1 : 0)),
  }
}
