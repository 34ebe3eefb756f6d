import { type SQL, sql } from 'drizzle-orm'
import { rowsOf } from '../database/connection.ts'
import type { WorkspaceScope } from '../database/scope.ts'
import { type LoadedLines, readLines, rulesOf } from './load-line-table.ts'
import { dataVersion, type VisibleBook, visibleBook } from './visibility.ts'

/** What imports since a version of the book have changed in it. */
export interface BookChange extends LoadedLines {
  /** ids in the book of the clients whose lines are no longer what they were; `null` among them for the walk-ins */
  changed: (number | null)[]
  /** how many lines and appointments more there are */
  linesAdded: number
  appointmentsAdded: number
}

/**
 * Loads every line of the clients that imports have changed since the version `since`, numbered as the whole book's.
 * `null` when something else has changed meanwhile, such as a setting or an import taken back, or more than `most`
 * clients: then all of it has to be loaded. All of one moment.
 */
export function loadChange(scope: WorkspaceScope, since: number, most: number): Promise<BookChange | null> {
  return scope.snapshot(async (inner) => {
    const version = await dataVersion(inner)
    const imports = await importsBetween(inner, since, version)
    if (!imports) return null
    const book = await visibleBook(inner)
    const changed = await changedClients(inner, book, imports)
    if (changed.length > most) return null
    const ids = changed.filter((id) => id !== null)
    const walkIns = changed.length > ids.length ? 'client_id IS NULL OR ' : ''
    const read = await readLines(inner, book, `${walkIns}client_id = ANY ('{${ids}}'::integer[])`)
    return { changed, ...read, ...(await countAdded(inner, book, imports)), version, ...(await rulesOf(inner)) }
  })
}

/** The imports shown by each change between the versions, `null` when a change was something else. */
async function importsBetween({ db, workspaceId }: WorkspaceScope, since: number, version: number) {
  const shown = await rowsOf<{ id: number }>(
    db,
    sql`SELECT import_id AS id FROM shown_imports
      WHERE workspace_id = ${workspaceId} AND data_version > ${since} AND data_version <= ${version}`,
  )
  return shown.length === version - since ? shown.map(({ id }) => Number(id)) : null
}

/** None at all when the columns were loaded just as an import came to be seen: they have it, and are asked again. */
function amongOf(imports: readonly number[]): SQL {
  return sql.raw(`= ANY ('{${imports}}'::integer[])`)
}

async function changedClients({ db, workspaceId }: WorkspaceScope, book: VisibleBook, imports: number[]) {
  const among = amongOf(imports)
  const rows = await rowsOf<{ id: number | null }>(
    db,
    sql`SELECT client_id AS id FROM ${sql.raw(book.lines)} visible WHERE import_id ${among}
      UNION
      SELECT client_id FROM replaced_lines WHERE workspace_id = ${workspaceId} AND replaced_by ${among}`,
  )
  return rows.map(({ id }) => id)
}

/** A replaced line that came with one of these imports was not there before them. */
async function countAdded({ db, workspaceId }: WorkspaceScope, book: VisibleBook, imports: number[]) {
  const among = amongOf(imports)
  const counts = sql`count(*)::integer AS lines, count(DISTINCT appointment_id)::integer AS appointments`
  const [added] = await rowsOf<{ linesAdded: number; appointmentsAdded: number }>(
    db,
    sql`SELECT now.lines - before.lines AS "linesAdded", now.appointments - before.appointments AS "appointmentsAdded"
      FROM (SELECT ${counts} FROM ${sql.raw(book.lines)} visible WHERE import_id ${among}) now,
        (SELECT ${counts} FROM replaced_lines
          WHERE workspace_id = ${workspaceId} AND replaced_by ${among} AND NOT import_id ${among}) before`,
  )
  return added!
}
