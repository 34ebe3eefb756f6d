import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Source } from '../source.ts'
import { knownWords, likelihood } from './score.ts'
import { TWICE, writtenTwice } from './twice.ts'

const CHUNK = 1 << 18
const SCANNED_AT_ONCE = 1 << 22
const SCANNED_IN_ALL = 1 << 29
/** Bytes beyond ASCII by which an encoding can be told. */
const ENOUGH = 2048
const SCORED = 1 << 17

export interface Encoding {
  /** name as iconv-lite knows it, or one of TWICE */
  name: string
  /** length of the byte order mark */
  mark: number
}

/** Single-byte encodings of our languages and their neighbours; of equal ones the first is taken. */
const SINGLE_BYTE = [
  ...['windows-1251', 'koi8-r', 'koi8-u', 'cp866', 'iso-8859-5', 'maccyrillic'],
  ...['windows-1252', 'windows-1250', 'iso-8859-2', 'macintosh'],
]

/**
 * Encoding of a text file, `null` when it is no text. A byte order mark decides, then UTF-16 and UTF-8 by their form,
 * of which a few bad bytes take nothing away; of single-byte ones the one under which the text has most of the words
 * we know and looks most like a language.
 */
export async function detectEncoding(source: Source): Promise<Encoding | null> {
  const first = await source.bytes(0, CHUNK)
  const marked = byteOrderMark(first)
  const wide = marked ? null : wideWithoutMark(first)
  if (marked && marked.name !== 'utf8') return marked
  if (wide) return { name: wide, mark: 0 }
  if (looksBinary(first)) return null
  const mark = marked?.mark ?? 0
  const sample = await notAscii(source, first.subarray(mark))
  if (sample.length === 0 || looksUtf8(sample)) return { name: twice(sample) ?? 'utf8', mark }
  return marked ?? { name: singleByte(sample), mark: 0 }
}

/** Whether a person may name this encoding. */
export function isEncoding(name: string): boolean {
  return TWICE.includes(name) || iconv.encodingExists(name)
}

/** The encoding a person named, for this file: with its byte order mark, if it has one. */
export async function namedEncoding(source: Source, name: string): Promise<Encoding> {
  const marked = byteOrderMark(await source.bytes(0, 3))
  return { name: name.toLowerCase().replace(/^utf-8$/, 'utf8'), mark: marked?.mark ?? 0 }
}

function byteOrderMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf8', mark: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf16le', mark: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf16-be', mark: 2 }
  return null
}

/** UTF-16 without a mark: delimiters, digits and line ends leave a zero in every second byte, and hardly one beside. */
function wideWithoutMark(bytes: Buffer): string | null {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4096)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const [even, odd] = zeros as [number, number]
  const many = length / 16
  if (odd > many && even * 16 < odd) return 'utf16le'
  return even > many && odd * 16 < even ? 'utf16-be' : null
}

function looksBinary(bytes: Buffer): boolean {
  let controls = 0
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++
  return controls > Math.min(bytes.length / 100, 100)
}

/** Pieces with bytes beyond ASCII, enough to tell by: a header in English says nothing about the names further down. */
async function notAscii(source: Source, first: Buffer): Promise<Buffer> {
  const pieces: Buffer[] = []
  let high = 0
  let piece = first
  for (let position = CHUNK; piece.length > 0; ) {
    if (!isAscii(piece)) {
      const from = piece.findIndex((byte) => byte > 127)
      const kept = piece.subarray(Math.max(0, from - 1000), from + SCORED)
      for (const byte of kept) if (byte > 127) high++
      pieces.push(kept)
    }
    if (high >= ENOUGH || position >= SCANNED_IN_ALL || position >= source.size) break
    piece = await source.bytes(position, SCANNED_AT_ONCE)
    position += piece.length
  }
  return Buffer.concat(pieces)
}

/** Characters of several bytes outnumber what cannot be any; a cut at the ends of a piece is one of those. */
function looksUtf8(bytes: Buffer): boolean {
  let good = 0
  let bad = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0
    let at = 0
    while (at < more && (bytes[i + at + 1]! & 0xc0) === 0x80) at++
    if (more > 0 && at === more) good++
    else if (i + at + 1 < bytes.length && i > 3) bad++
    i += at
  }
  return bad === 0 || good > bad * 4
}

function twice(sample: Buffer): string | null {
  return writtenTwice(sample.toString('utf8'))
}

function singleByte(bytes: Buffer): string {
  const scores = SINGLE_BYTE.map((name) => {
    const text = iconv.decode(bytes, name)
    return likelihood(text) + 10 * knownWords(text)
  })
  return SINGLE_BYTE[scores.indexOf(Math.max(...scores))]!
}
