import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { ContactVault } from '../vault/index.ts'

/** Drizzle over either driver. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** One connection, or the pool: what runs statements. */
export interface Connection {
  db: Database
  /**
   * Fills a table by COPY.
   * @param target table with its columns: `staged_lines (a, b)`
   * @param bytes PostgreSQL's binary COPY format, as {@link CopyWriter} makes it, or its text format
   */
  copyIn(target: string, bytes: Uint8Array, format?: CopyFormat): Promise<void>
  /** Result of a query without parameters in binary COPY format, for {@link CopyReader}. */
  copyOut(query: string): Promise<Uint8Array>
  /** Writes the result of a query without parameters to a file that does not exist yet, in text COPY format. */
  copyToFile(query: string, path: string): Promise<void>
}

/** `binary` is fast; `text`, one row a line, is the same for every version of PostgreSQL. */
export type CopyFormat = 'binary' | 'text'

/** The database behind the app: PGlite in a data folder or a PostgreSQL server. */
export interface Store extends Connection {
  kind: 'pglite' | 'postgres'
  /** how contacts stand in it */
  vault: ContactVault
  /**
   * Runs `work` in one transaction, rolled back when it throws. Inside, use only the connection it is given: on
   * PGlite, which has a single one, a statement through any other waits for ever.
   */
  transaction<T>(work: (connection: Connection) => Promise<T>, mode?: TransactionMode): Promise<T>
  /** Runs `work` while no other holder of `name`, in any process on this store, runs; waits for its turn. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Runs `work` if nobody, in any process on this store, runs under `name`; else answers `false` without waiting. */
  ifFree(name: string, work: () => Promise<void>): Promise<boolean>
  close(): Promise<void>
}

/** `snapshot`: read only, and every statement sees the same moment. */
export type TransactionMode = 'write' | 'snapshot'

/** The statement that opens a transaction of a mode. */
export const BEGIN: Record<TransactionMode, string> = {
  write: 'BEGIN',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
}

/** Rows of a hand-written statement. The caller states their shape: integers as numbers, dates and times as text. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<Row[]> {
  const result = (await db.execute(statement)) as { rows: Row[] }
  return result.rows
}
