import { stat } from 'node:fs/promises'
import type { Manifest } from '@comeback/server'
import type { Command } from 'commander'
import { Failure } from '../failure.ts'

export function addBackup(program: Command) {
  program
    .command('backup <file>')
    .description('everything of the data folder or database in one file, also while the server runs')
    .action(async (file: string) => {
      const { backUp, readConfig } = await import('@comeback/server')
      const manifest = await clearly(() => backUp(readConfig(), file))
      const { size } = await stat(file)
      console.log(`${summary(manifest)} → ${file} (${(size / 1e6).toFixed(1)} MB, read back and whole)`)
      if (manifest.filesElsewhere > 0) {
        console.error(
          `${manifest.filesElsewhere} imports are under way on other servers: their files are not in the backup`,
        )
      }
    })
}

export function addRestore(program: Command) {
  program
    .command('restore <file>')
    .description('put a backup into an empty data folder (COMEBACK_DATA) or database (DATABASE_URL)')
    .option('--force', 'overwrite what is there')
    .option('--check', 'only read the file from end to end and compare its checksums')
    .action(async (file: string, { force = false, check }: { force?: boolean; check?: true }) => {
      const { readConfig, restoreBackup, verifyArchive } = await import('@comeback/server')
      if (check) return console.log(`${summary(await clearly(() => verifyArchive(file)))}: whole`)
      const config = readConfig()
      const { manifest, leftOut } = await clearly(() => restoreBackup(file, config, { force }))
      const place = config.databaseUrl ? 'the database of DATABASE_URL' : config.dataFolder
      console.log(`${summary(manifest)} are in ${place}`)
      console.log('Nothing is sent to clients from it until an owner says so on the page, or you run: comeback go')
      if (leftOut.length > 0) console.error(`Not tables of Comeback, left out: ${leftOut.join(', ')}`)
    })
}

/** Says in one line what a person can do something about. */
async function clearly<T>(work: () => Promise<T>): Promise<T> {
  const { BackupError, whyNotStarted } = await import('@comeback/server')
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof BackupError ? error.message : whyNotStarted(error)
    throw reason === null ? error : new Failure(reason, 1)
  }
}

function summary({ tables, files, createdAt }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows} rows of ${tables.length} tables and ${files.length} files of ${createdAt}`
}
