import { isAscii, isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { analyse } from 'chardet'

const CHUNK = 1 << 18
const SCANNED_AT_ONCE = 1 << 22
const SCANNED_IN_ALL = 1 << 29

export interface Encoding {
  /** name as iconv-lite knows it */
  name: string
  /** length of the byte order mark */
  mark: number
}

/**
 * Encoding of a text file, `null` when it is no text. A byte order mark decides, then valid UTF-8; of the rest chardet
 * knows the single-byte ones, with Windows-1251 where it takes Cyrillic words for accented Latin.
 */
export async function detectEncoding(file: FileHandle): Promise<Encoding | null> {
  const first = await readAt(file, 0)
  const marked = byteOrderMark(first)
  if (marked) return marked
  const wide = wideWithoutMark(first)
  if (wide) return { name: wide, mark: 0 }
  if (looksBinary(first)) return null
  const sample = isAscii(first) ? await firstNotAscii(file, first.length) : first
  if (sample === null || isUtf8(wholeCharacters(sample))) return { name: 'utf8', mark: 0 }
  return { name: singleByte(sample), mark: 0 }
}

async function readAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, position)
  return buffer.subarray(0, bytesRead)
}

function byteOrderMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf8', mark: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf16le', mark: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf16-be', mark: 2 }
  return null
}

/** UTF-16 without a mark: delimiters, digits and line ends leave a zero in every second byte. */
function wideWithoutMark(bytes: Buffer): string | null {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4096)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const many = length / 16
  if (zeros[1]! > many && zeros[0] === 0) return 'utf16le'
  return zeros[0]! > many && zeros[1] === 0 ? 'utf16-be' : null
}

function looksBinary(bytes: Buffer): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++
  }
  return controls > bytes.length / 100
}

/** A header in English says nothing about the names further down: looks on to the first piece that is not ASCII. */
async function firstNotAscii(file: FileHandle, from: number): Promise<Buffer | null> {
  const piece = Buffer.allocUnsafe(SCANNED_AT_ONCE)
  for (let position = from; position < SCANNED_IN_ALL; ) {
    const { bytesRead } = await file.read(piece, 0, piece.length, position)
    if (bytesRead === 0) return null
    const bytes = piece.subarray(0, bytesRead)
    if (!isAscii(bytes)) return bytes
    position += bytesRead
  }
  return null
}

/** Cuts the piece of a character at the beginning and the last character, which may be a piece, at the end. */
function wholeCharacters(bytes: Buffer): Buffer {
  let from = 0
  while (from < 3 && (bytes[from]! & 0xc0) === 0x80) from++
  let to = bytes.length
  while (to > bytes.length - 3 && to > from && (bytes[to - 1]! & 0xc0) === 0x80) to--
  if (to > from && bytes[to - 1]! >= 0xc0) to--
  return bytes.subarray(from, to)
}

const CYRILLIC = new Set(['windows-1251', 'KOI8-R', 'ISO-8859-5', 'IBM866'])

function singleByte(bytes: Buffer): string {
  const guess = analyse(bytes).find(({ name }) => name !== 'UTF-8' && !name.startsWith('UTF-'))?.name ?? 'windows-1251'
  if (CYRILLIC.has(guess)) return guess.toLowerCase()
  return cyrillicWords(bytes) ? 'windows-1251' : 'windows-1252'
}

/** Latin words hardly ever have three accented letters in a row; Cyrillic ones consist of nothing else. */
function cyrillicWords(bytes: Buffer): boolean {
  let run = 0
  let inRuns = 0
  let high = 0
  for (const byte of bytes) {
    if (byte < 0xa1) run = 0
    else {
      high++
      run++
      if (run === 3) inRuns += 3
      else if (run > 3) inRuns++
    }
  }
  return inRuns > high / 2
}
