import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'

const NEWLINE = 10

export interface Content {
  bytes: number
  sha256: string
  /** newlines: the rows of a table in text COPY format */
  lines: number
}

/** Sums up content as it passes. */
export class Checksum {
  private readonly hash: Hash = createHash('sha256')
  private bytes = 0
  private lines = 0

  add(chunk: Uint8Array) {
    this.hash.update(chunk)
    this.bytes += chunk.length
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) this.lines++
  }

  finish(): Content {
    return { bytes: this.bytes, sha256: this.hash.digest('hex'), lines: this.lines }
  }
}

export async function checksum(file: string): Promise<Content> {
  const sum = new Checksum()
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) sum.add(chunk as Uint8Array)
  return sum.finish()
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
