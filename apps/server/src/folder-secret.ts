import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A secret of this data folder, made on first use and readable by its owner only: who can read the folder has the data
 * anyway. `name` is what it is for.
 */
export function folderSecret(
  dataFolder: string,
  name: 'operator-token' | 'cookie-secret' | 'setup-code',
  make = () => randomBytes(32).toString('base64url'),
): string {
  const path = join(dataFolder, name)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, make(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}
