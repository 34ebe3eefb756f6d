import { z } from 'zod'
import { BackupError } from './errors.ts'

/** Of the archive; a change that older versions could not read raises it. */
export const FORMAT = 1
export const MANIFEST = 'comeback-backup.json'
export const MANIFEST_SUM = 'comeback-backup.sha256'
export const FILES = 'files'
export const TABLES = 'tables'

const content = { path: z.string(), bytes: z.number(), sha256: z.string() }

const Manifest = z.object({
  format: z.literal(FORMAT),
  /** version of Comeback that made it */
  version: z.string(),
  createdAt: z.string(),
  source: z.enum(['pglite', 'postgres']),
  /** steps the tables had been brought through */
  migrations: z.array(z.object({ hash: z.string(), createdAt: z.number() })),
  /** data folder whose uploads are in it, as `imports.folder_id` names it */
  folderId: z.string(),
  tables: z.array(
    z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: z.number(), ...content }),
  ),
  files: z.array(z.object(content)),
  /** imports whose files lie in other servers' data folders and are not in it */
  filesElsewhere: z.number(),
})

/** What stands in a backup, the first file of the archive. */
export type Manifest = z.infer<typeof Manifest>
export type SavedTable = Manifest['tables'][number]

export function parseManifest(text: string): Manifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BackupError('the backup is damaged: its table of contents cannot be read')
  }
  const { format } = json as { format?: unknown }
  if (typeof format === 'number' && format > FORMAT) {
    throw new BackupError(`the backup has format ${format}, this version reads up to ${FORMAT}: update Comeback first`)
  }
  const { data, error } = Manifest.safeParse(json)
  if (error) throw new BackupError('the backup is damaged: its table of contents is not complete')
  return data
}
