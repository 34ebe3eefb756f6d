import { closeSync, openSync, writeSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'

/** What PGlite's file system, Emscripten's, offers for a device of one's own. */
interface Files {
  makedev(major: number, minor: number): number
  registerDevice(device: number, operations: object): void
  mkdev(path: string, device: number): void
  unlink(path: string): void
}

interface Stream {
  path: string
}

const FIRST_BYTES = 1 << 16
/** Written to a file at once: PGlite hands over a few kilobytes at a time. */
const WRITE_BYTES = 1 << 20
// major numbers from 64 up are Emscripten's: /dev/urandom is one of the first
const DEVICE = 240

/** Takes the bytes of one COPY; they are PGlite's own memory and must be copied. */
type Sink = (bytes: Uint8Array) => void

/** What one COPY writes to, and why it can take no more. */
interface Output {
  sink: Sink
  failure: { error: unknown } | null
}

/**
 * Files inside PGlite that take what COPY TO writes. Its own `/dev/blob` makes a Blob of one part for each of the
 * kilobytes that come, and reading that takes longer than the query.
 */
export class CopyDevice {
  private readonly files: Files
  private readonly device: number
  private readonly outputs = new Map<string, Output>()
  private count = 0

  constructor(client: PGlite) {
    this.files = client.Module.FS as unknown as Files
    this.device = this.files.makedev(DEVICE, 0)
    this.files.registerDevice(this.device, {
      open: () => {},
      close: () => {},
      write: ({ path }: Stream, heap: Uint8Array, from: number, length: number) => {
        const output = this.outputs.get(path)!
        // an exception would run through the database's own code, which never answers again: the rest of the rows is lost
        try {
          if (!output.failure) output.sink(heap.subarray(from, from + length))
        } catch (error) {
          output.failure = { error }
        }
        return length
      },
    })
  }

  /** Runs `copyTo` with the path of a new file and answers what was written to it. */
  async collect(copyTo: (path: string) => Promise<unknown>): Promise<Uint8Array> {
    const collected = new GrowingBytes(FIRST_BYTES)
    await this.run(copyTo, (bytes) => collected.append(bytes))
    return collected.take()
  }

  /** Runs `copyTo` with the path of a file whose content goes to a new file of the machine. */
  async toFile(copyTo: (path: string) => Promise<unknown>, file: string): Promise<void> {
    const descriptor = openSync(file, 'wx', 0o600)
    const waiting = new GrowingBytes(WRITE_BYTES)
    try {
      await this.run(copyTo, (bytes) => {
        waiting.append(bytes)
        if (waiting.length >= WRITE_BYTES) writeAll(descriptor, waiting.take())
      })
      writeAll(descriptor, waiting.take())
    } finally {
      closeSync(descriptor)
    }
  }

  private async run(copyTo: (path: string) => Promise<unknown>, sink: Sink) {
    const path = `/dev/copy-${++this.count}`
    this.files.mkdev(path, this.device)
    const output: Output = { sink, failure: null }
    this.outputs.set(path, output)
    try {
      await copyTo(path)
    } finally {
      this.outputs.delete(path)
      this.files.unlink(path)
    }
    if (output.failure) throw output.failure.error
  }
}

/** Bytes that are added to; `take` answers what there is, valid until the next `append`, and starts anew. */
class GrowingBytes {
  length = 0
  private bytes: Uint8Array<ArrayBuffer>

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity)
  }

  append(more: Uint8Array) {
    const needed = this.length + more.length
    if (needed > this.bytes.length) {
      this.bytes = new Uint8Array(this.bytes.buffer.transfer(Math.max(needed, this.bytes.length * 2)))
    }
    this.bytes.set(more, this.length)
    this.length = needed
  }

  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length)
    this.length = 0
    return taken
  }
}

function writeAll(descriptor: number, bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
