import { Transform } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import iconv from 'iconv-lite'

/**
 * UTF-8 that a program took for one of these and wrote as UTF-8 once more: `Дата` stands there as `Р”Р°С‚Р°` or
 * `Ð”Ð°Ñ‚Ð°`.
 */
const MISTAKEN = ['windows-1251', 'windows-1252'] as const
const nameOf = (mistaken: string) => `utf8 read as ${mistaken}`

/** Names of doubly encoded UTF-8. */
export const TWICE: readonly string[] = MISTAKEN.map(nameOf)

/** Which of {@link TWICE} a text is that was decoded as UTF-8 once; `null`: none. */
export function writtenTwice(text: string): string | null {
  const [best] = MISTAKEN.map((mistaken) => ({ name: nameOf(mistaken), ...repaired(text, mistaken) })).toSorted(
    (a, b) => b.good - b.bad - (a.good - a.bad),
  )
  return best && best.good > 0 && best.good > best.bad * 4 ? best.name : null
}

/** Runs beyond ASCII that become characters of several bytes, and those that do not. */
function repaired(text: string, mistaken: string): { good: number; bad: number } {
  const bytesOf = byteTable(mistaken)
  let good = 0
  let bad = 0
  for (const [run] of text.matchAll(/\P{ASCII}+/gu)) {
    const chars = Array.from(run)
    const bytes = chars.map((char) => bytesOf.get(char))
    const fixed = bytes.includes(undefined) ? '\ufffd' : Buffer.from(bytes as number[]).toString('utf8')
    if (!fixed.includes('\ufffd')) good += fixed.length
    else bad += chars.length
  }
  return { good, bad }
}

/** Undoes the second encoding of a file; what was encoded once stays as it is. */
export function decodeTwice(name: string): Transform {
  const bytesOf = byteTable(MISTAKEN[TWICE.indexOf(name)]!)
  const outer = new StringDecoder('utf8')
  const inner = new StringDecoder('utf8')
  const decode = (text: string) => inner.write(toBytes(text, bytesOf))
  return new Transform({
    // texts, each piece as it came
    readableObjectMode: true,
    transform: (chunk: Buffer, _, done) => done(null, decode(outer.write(chunk)) || undefined),
    flush: (done) => done(null, decode(outer.end()) + inner.end() || undefined),
  })
}

function toBytes(text: string, bytesOf: ReadonlyMap<string, number>): Buffer {
  const out: number[] = []
  for (const char of text) {
    const byte = char.charCodeAt(0) < 128 ? char.charCodeAt(0) : bytesOf.get(char)
    if (byte === undefined) out.push(...Buffer.from(char))
    else out.push(byte)
  }
  return Buffer.from(out)
}

const tables = new Map<string, ReadonlyMap<string, number>>()

/** Byte of each character beyond ASCII; of bytes without a character the control code that programs put there. */
function byteTable(encoding: string): ReadonlyMap<string, number> {
  let table = tables.get(encoding)
  if (!table) {
    const controls = Array.from({ length: 32 }, (_, i) => [String.fromCharCode(0x80 + i), 0x80 + i] as const)
    const known = Array.from(
      { length: 128 },
      (_, i) => [iconv.decode(Buffer.from([0x80 + i]), encoding), 0x80 + i] as const,
    )
    table = new Map([...controls, ...known.filter(([char]) => char !== '\ufffd')])
    tables.set(encoding, table)
  }
  return table
}
