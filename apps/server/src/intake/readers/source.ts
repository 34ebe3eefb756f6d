import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { IntakeError } from '../errors.ts'

const CHUNK = 1 << 20

/** Bytes of a file, on disk or unpacked from an archive. */
export interface Source {
  /** bytes */
  size: number
  /** `length` bytes from `position` on, fewer at the end */
  bytes(position: number, length: number): Promise<Buffer>
  /** from `position` to the end, about a megabyte at a time */
  stream(position: number): Readable
  whole(): Promise<Buffer>
}

/** Throws IntakeError `fileNotFound`. */
export async function fileSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new IntakeError('fileNotFound')
  return {
    size: found.size,
    async bytes(position, length) {
      const file = await open(path)
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    stream: (position) => createReadStream(path, { highWaterMark: CHUNK, start: position }),
    whole: () => readFile(path),
  }
}

export function memorySource(content: Buffer): Source {
  return {
    size: content.length,
    bytes: async (position, length) => content.subarray(position, position + length),
    stream: (position) => Readable.from(pieces(content, position), { objectMode: false, highWaterMark: CHUNK }),
    whole: async () => content,
  }
}

function* pieces(content: Buffer, position: number): Generator<Buffer> {
  for (let at = position; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK)
}
