import { sql } from 'drizzle-orm'
import type { Database } from '../database/connection.ts'
import { rowsOf } from '../database/index.ts'
import { listTables, nameOf } from './catalogue.ts'

/** Routines and types a migration may have made, which it could not make again; those of extensions stay. */
const LEFTOVERS = sql`
  SELECT CASE WHEN p.prokind = 'a' THEN 'AGGREGATE ' ELSE 'ROUTINE ' END || p.oid::regprocedure AS name
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'TYPE ' || t.oid::regtype FROM pg_type t
  WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')`

/** Drops everything that {@link whatIsThere} names, the queue, and the list of migrations. */
export async function emptyDatabase(db: Database): Promise<void> {
  for (const table of await listTables(db)) await db.execute(sql.raw(`DROP TABLE IF EXISTS ${nameOf(table)} CASCADE`))
  await db.execute(sql`DROP SCHEMA IF EXISTS pgboss CASCADE`)
  await db.execute(sql`DROP SCHEMA IF EXISTS drizzle CASCADE`)
  for (const { name } of await rowsOf<{ name: string }>(db, LEFTOVERS)) {
    await db.execute(sql.raw(`DROP ${name} CASCADE`))
  }
}
