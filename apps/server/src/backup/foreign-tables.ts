import type { Database } from '../database/connection.ts'
import type { KnownMigration } from '../database/migrations.ts'
import { listTables } from './catalogue.ts'

const MADE = /^\s*CREATE TABLE (?:IF NOT EXISTS )?(?:"public"\.)?"?(\w+)/gim

/** Tables of a database that no step of this version makes: somebody else's, or of a newer Comeback. */
export async function foreignTables(db: Database, known: KnownMigration[]): Promise<string[]> {
  const statements = known.flatMap((step) => step.statements).join('\n')
  const made = new Set([...statements.matchAll(MADE)].map((match) => match[1]!))
  const tables = await listTables(db)
  return tables
    .filter(({ schema, name }) => schema !== 'public' || !made.has(name))
    .map(({ schema, name }) => `${schema}.${name}`)
}
