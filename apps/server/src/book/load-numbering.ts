import type { Dictionaries } from '@comeback/retention'
import { CopyReader } from '../database/copy-reader.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import type { VisibleBook } from './visibility.ts'

/** How the book's ids become the engine's indices: `staffOf[id]` is an index into `names.staff`, and so on. */
export interface Numbering {
  names: Dictionaries
  staffOf: Int32Array
  serviceOf: Int32Array
  locationOf: Int32Array
  sourceOf: Int32Array
  bookerOf: Int32Array
  /** id of each client, ascending */
  clientIds: Int32Array
  /** index into clientIds; −1 at 0, which stands for a walk-in */
  clientOf: Int32Array
}

export async function loadNumbering(scope: WorkspaceScope, book: VisibleBook): Promise<Numbering> {
  const staff = await loadNames(scope, book, 'staff', 'name')
  const services = await loadNames(scope, book, 'services', 'name, category')
  const locations = await loadNames(scope, book, 'locations', 'name')
  const sources = await loadNames(scope, book, 'sources', 'name')
  const bookers = await loadNames(scope, book, 'bookers', 'name')
  const clientIds = await loadIds(scope, book)
  const clientOf = new Int32Array((clientIds.at(-1) ?? 0) + 1).fill(-1)
  for (const [i, id] of clientIds.entries()) clientOf[id] = i
  return {
    names: {
      staff: staff.texts[0]!,
      service: services.texts[0]!,
      serviceCategory: services.texts[1]!,
      location: locations.texts[0]!,
      source: sources.texts[0]!,
      bookedBy: bookers.texts[0]!,
    },
    staffOf: staff.indexOf,
    serviceOf: services.indexOf,
    locationOf: locations.indexOf,
    sourceOf: sources.indexOf,
    bookerOf: bookers.indexOf,
    clientIds,
    clientOf,
  }
}

/** Text columns of a dimension table by index; entry 0 is '', "no value". */
async function loadNames(scope: WorkspaceScope, { rows }: VisibleBook, table: string, columns: string) {
  const reader = new CopyReader(await scope.copyOut(`SELECT id, ${columns} FROM ${table} WHERE ${rows} ORDER BY id`))
  const texts = columns.split(', ').map(() => [''])
  const ids = [0]
  while (reader.row()) {
    ids.push(reader.integer())
    for (const column of texts) column.push(reader.text())
  }
  const indexOf = new Int32Array(ids.at(-1)! + 1)
  for (const [index, id] of ids.entries()) indexOf[id] = index
  return { texts, indexOf }
}

async function loadIds(scope: WorkspaceScope, { rows }: VisibleBook): Promise<Int32Array> {
  const reader = new CopyReader(await scope.copyOut(`SELECT id FROM clients WHERE ${rows} ORDER BY id`))
  const ids: number[] = []
  while (reader.row()) ids.push(reader.integer())
  return Int32Array.from(ids)
}
