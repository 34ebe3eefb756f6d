import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../database/connection.ts'

/** A table of the app. */
export interface Table {
  schema: string
  name: string
  /** those that are stored, not computed, in the table's order */
  columns: string[]
}

/**
 * Schemas whose tables are made anew: the queue's, whose jobs only push what stands in other rows, and the list of
 * migrations, which the backup states in its manifest.
 */
const REMADE = sql`('information_schema', 'pgboss', 'drizzle')`

/** Every table that holds rows of the app, as the database itself lists them. */
export function listTables(db: Database): Promise<Table[]> {
  return rowsOf(
    db,
    sql`SELECT n.nspname AS schema, c.relname AS name,
        (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p' AND NOT c.relispartition
        AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ${REMADE}
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
      ORDER BY 1, 2`,
  )
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function nameOf({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${quoted(schema)}.${quoted(name)}`
}
