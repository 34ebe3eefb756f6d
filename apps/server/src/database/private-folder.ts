import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 0o700
const FILE = 0o600

/** Makes a folder that only its owner can open, whatever the umask; one that is there becomes such. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: FOLDER })
  chmodSync(folder, FOLDER)
}

/** Makes everything in a folder readable by its owner only: of PGlite's own files most are readable by all when it makes them. */
export function makeContentPrivate(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const mode = entry.isDirectory() ? FOLDER : FILE
    if ((lstatSync(path).mode & 0o777) !== mode) chmodSync(path, mode)
  }
}
