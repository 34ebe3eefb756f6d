import { sql } from 'drizzle-orm'
import type { Database } from '../database/connection.ts'
import { rowsOf } from '../database/index.ts'
import { listTables, nameOf } from './catalogue.ts'

/** Tables that hold rows, with how many; nothing in an empty place. */
export async function whatIsThere(db: Database): Promise<{ table: string; rows: number }[]> {
  const found: { table: string; rows: number }[] = []
  for (const table of await listTables(db)) {
    const [{ rows } = { rows: 0 }] = await rowsOf<{ rows: number }>(
      db,
      sql.raw(`SELECT count(*)::float8 AS rows FROM ${nameOf(table)}`),
    )
    if (rows > 0) found.push({ table: table.schema === 'public' ? table.name : `${table.schema}.${table.name}`, rows })
  }
  return found
}
