import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { create, extract, list, type ReadEntry } from 'tar'
import { Checksum, type Content, sha256 } from './checksum.ts'
import { BackupError } from './errors.ts'
import { FILES, MANIFEST, MANIFEST_SUM, type Manifest, parseManifest, TABLES } from './manifest.ts'

/** Fast: what is saved by trying harder is not worth the time of every backup. */
const GZIP_LEVEL = 4
const READ_AT_ONCE = 1 << 20

/** A folder made by takeBackup as one .tar.gz; compressed in other threads, for the server to answer meanwhile. */
export function pack(folder: string): Readable {
  const tar = create({ cwd: folder, portable: true, maxReadSize: READ_AT_ONCE }, [
    MANIFEST,
    MANIFEST_SUM,
    TABLES,
    FILES,
  ])
  const packed = createGzip({ level: GZIP_LEVEL })
  // an error of either side destroys both, and the reader sees it
  pipeline(Readable.from(tar), packed).catch(() => {})
  return packed
}

/** Writes an archive to a file that only its owner may read. */
export async function saveArchive(archive: Readable, file: string): Promise<void> {
  await pipeline(archive, createWriteStream(file, { mode: 0o600, flush: true }))
}

/** Reads a backup from end to end and compares every byte with its checksums. Throws BackupError. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const contents = new Map<string, Content>()
  const texts = new Map<string, string>()
  await reading(file, (entry) => {
    const isText = entry.path === MANIFEST || entry.path === MANIFEST_SUM
    const chunks: Uint8Array[] = []
    const sum = new Checksum()
    entry.on('data', (chunk: Uint8Array) => {
      if (isText) chunks.push(chunk)
      else sum.add(chunk)
    })
    entry.on('end', () => {
      if (isText) texts.set(entry.path, Buffer.concat(chunks).toString())
      else if (entry.type === 'File') contents.set(entry.path, sum.finish())
    })
  })
  const text = texts.get(MANIFEST)
  if (text === undefined) throw new BackupError(`${file} is not a backup of Comeback, or is damaged at its beginning`)
  if (texts.get(MANIFEST_SUM) !== sha256(text)) throw damaged(file, MANIFEST)
  const manifest = parseManifest(text)
  for (const { path, bytes, sha256 } of [...manifest.tables, ...manifest.files]) {
    const found = contents.get(path)
    if (found?.sha256 !== sha256 || found.bytes !== bytes) throw damaged(file, path)
  }
  return manifest
}

/** Unpacks a verified archive into a folder. */
export async function unpack(file: string, folder: string): Promise<void> {
  await extract({ file, cwd: folder, strict: true })
}

async function reading(file: string, onReadEntry: (entry: ReadEntry) => void) {
  try {
    await list({ file, strict: true, onReadEntry, noResume: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new BackupError(`${file}: no such file`)
    throw damaged(file)
  }
}

function damaged(file: string, path?: string): BackupError {
  return new BackupError(`${file} is damaged${path ? ` in ${path}` : ''}: nothing was changed; take another backup`)
}
