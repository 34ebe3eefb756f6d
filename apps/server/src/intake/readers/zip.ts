import { inflateRawSync } from 'node:zlib'
import { IntakeError } from '../errors.ts'
import { MOST_UNPACKED, tooLarge } from './sheet-limits.ts'
import type { Source } from './source.ts'

/** Packed; larger ones unpack to more than can be read anyway. */
const LARGEST_FILE = 100 << 20
const MOST_PARTS = 2000
/** Tables hardly pack to less than a fiftieth: what is packed better is made to fill the memory. */
const BEST_PACKING = 200
const UNSUSPECTED = 20 << 20
const END_SIGNATURE = 0x06054b50
const PART_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
/** A data descriptor, the only thing that may stand between two parts. */
const MOST_BETWEEN = 24
/** Sizes stand behind the part instead of before it. */
const DESCRIPTOR_FLAG = 8

interface ZipPart {
  name: string
  packed: number
  unpacked: number
  method: number
  flags: number
  offset: number
}

/** An archive and its parts by name, folders left out. */
export interface Unpacked {
  file: Buffer
  parts: ReadonlyMap<string, Buffer>
}

/**
 * Unpacks an archive, after checking that unpacking is safe: the parts are as large as declared and follow each other
 * without gaps, so that a reader going through the file from its start meets nothing else. Throws IntakeError for
 * truncated, encrypted and too large ones. Names are only names: nothing is written to where they point.
 */
export async function unpackZip(source: Source): Promise<Unpacked> {
  if (source.size > LARGEST_FILE) throw new IntakeError('fileTooLarge', { limit: LARGEST_FILE >> 20 })
  const file = await source.whole()
  const { parts, directory } = readDirectory(file)
  if (parts.some(({ flags }) => (flags & 1) === 1)) throw new IntakeError('encryptedWorkbook')
  const total = parts.reduce((sum, { unpacked }) => sum + unpacked, 0)
  const suspect = total > UNSUSPECTED && total > BEST_PACKING * file.length
  if (total > MOST_UNPACKED || suspect || parts.length > MOST_PARTS) throw tooLarge()
  checkLayout(file, parts, directory)
  const files = parts.filter(({ name }) => !name.endsWith('/'))
  return { file, parts: new Map(files.map((part) => [part.name, unpack(file, part)])) }
}

function readDirectory(file: Buffer): { parts: ZipPart[]; directory: number } {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  const directory = file.readUInt32LE(end + 16)
  const parts: ZipPart[] = []
  let at = directory
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== PART_SIGNATURE) throw new IntakeError('unreadableWorkbook')
    const nameLength = file.readUInt16LE(at + 28)
    parts.push({
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return { parts, directory }
}

/** The record at the end of every ZIP file, which a truncated one lacks; a comment may follow it. */
function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (file.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new IntakeError('unreadableWorkbook')
}

function checkLayout(file: Buffer, parts: readonly ZipPart[], directory: number): void {
  let expected = 0
  for (const part of parts.toSorted((a, b) => a.offset - b.offset)) {
    const gap = part.offset - expected
    if (gap < 0 || gap > MOST_BETWEEN) throw new IntakeError('unreadableWorkbook')
    expected = dataStart(file, part) + part.packed
    const declaredHere = (part.flags & DESCRIPTOR_FLAG) === 0
    if (declaredHere && file.readUInt32LE(part.offset + 18) !== part.packed) throw new IntakeError('unreadableWorkbook')
  }
  if (directory < expected || directory - expected > MOST_BETWEEN) throw new IntakeError('unreadableWorkbook')
}

function dataStart(file: Buffer, { offset }: ZipPart): number {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL_SIGNATURE) {
    throw new IntakeError('unreadableWorkbook')
  }
  return offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
}

/** What zlib gives with `info`, which its types leave out. */
interface Inflated {
  buffer: Buffer
  /** bytesWritten: packed bytes used */
  engine: { bytesWritten: number }
}

function unpack(file: Buffer, part: ZipPart): Buffer {
  const start = dataStart(file, part)
  const packed = file.subarray(start, start + part.packed)
  if (part.method === 0 && part.packed === part.unpacked) return packed
  if (part.method !== 8) throw new IntakeError('unreadableWorkbook')
  try {
    const limits = { maxOutputLength: Math.max(part.unpacked, 1), info: true } as const
    const { buffer, engine } = inflateRawSync(packed, limits) as unknown as Inflated
    if (buffer.length === part.unpacked && engine.bytesWritten === packed.length) return buffer
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
  }
  throw new IntakeError('unreadableWorkbook')
}
