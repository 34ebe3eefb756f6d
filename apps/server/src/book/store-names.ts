import { sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { indexable } from './indexable.ts'

/** Tables of named things that lines point to. */
export type DimensionTable = 'staff' | 'locations' | 'sources' | 'bookers'

const ROWS_AT_ONCE = 2000

/**
 * Stores the names that are new and answers the number of each: entry i is the id of `names[i]`, 0 for entry 0,
 * which stands for "no value".
 */
export async function storeNames(
  scope: WorkspaceScope,
  table: DimensionTable,
  importId: number,
  names: readonly string[],
): Promise<Int32Array> {
  const target = sql.identifier(table)
  const known = await rowsOf<{ id: number; name: string }>(
    scope.db,
    sql`SELECT id, name FROM ${target} WHERE workspace_id = ${scope.workspaceId}`,
  )
  const { ids, added } = number(known, names.map(indexable), (row) => row.name)
  for (const rows of chunks(added)) {
    const values = rows.map(
      ({ id, key }) => sql`(${scope.workspaceId}::uuid, ${id}::integer, ${importId}::integer, ${key})`,
    )
    await scope.db.execute(
      sql`INSERT INTO ${target} (workspace_id, id, created_import_id, name) VALUES ${sql.join(values, sql`, `)}`,
    )
  }
  return ids
}

/** Like {@link storeNames} for services, which are pairs of name and category. */
export async function storeServices(
  scope: WorkspaceScope,
  importId: number,
  names: readonly string[],
  categories: readonly string[],
): Promise<Int32Array> {
  const known = await rowsOf<{ id: number; name: string; category: string }>(
    scope.db,
    sql`SELECT id, name, category FROM services WHERE workspace_id = ${scope.workspaceId}`,
  )
  const keys = names.map((name, i) => JSON.stringify([indexable(name), indexable(categories[i] ?? '')]))
  const { ids, added } = number(known, keys, (row) => JSON.stringify([row.name, row.category]))
  for (const rows of chunks(added)) {
    const values = rows.map(({ id, key }) => {
      const [name, category] = JSON.parse(key) as [string, string]
      return sql`(${scope.workspaceId}::uuid, ${id}::integer, ${importId}::integer, ${name}, ${category})`
    })
    await scope.db.execute(
      sql`INSERT INTO services (workspace_id, id, created_import_id, name, category) VALUES ${sql.join(values, sql`, `)}`,
    )
  }
  return ids
}

/** Gives each key its known id or the next free one; entry 0 is "no value". */
function number<Row extends { id: number }>(known: Row[], keys: string[], keyOf: (row: Row) => string) {
  const idOf = new Map(known.map((row) => [keyOf(row), row.id]))
  let last = known.reduce((max, row) => Math.max(max, row.id), 0)
  const ids = new Int32Array(keys.length)
  const added: { id: number; key: string }[] = []
  for (const [i, key] of keys.entries()) {
    if (i === 0) continue
    let id = idOf.get(key)
    if (id === undefined) {
      id = ++last
      idOf.set(key, id)
      added.push({ id, key })
    }
    ids[i] = id
  }
  return { ids, added }
}

function* chunks<T>(items: T[]): Generator<T[]> {
  for (let i = 0; i < items.length; i += ROWS_AT_ONCE) yield items.slice(i, i + ROWS_AT_ONCE)
}
