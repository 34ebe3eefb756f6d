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
// major numbers from 64 up are Emscripten's: /dev/urandom is one of the first
const DEVICE = 240

/**
 * Files inside PGlite that collect what COPY TO writes. Its own `/dev/blob` makes a Blob of one part for each of the
 * kilobytes that come, and reading that takes longer than the query.
 */
export class CopyDevice {
  private readonly files: Files
  private readonly device: number
  private readonly collected = new Map<string, { bytes: Uint8Array<ArrayBuffer>; length: number }>()
  private count = 0

  constructor(client: PGlite) {
    this.files = client.Module.FS as unknown as Files
    this.device = this.files.makedev(DEVICE, 0)
    this.files.registerDevice(this.device, {
      open: ({ path }: Stream) => this.collected.set(path, { bytes: new Uint8Array(FIRST_BYTES), length: 0 }),
      close: () => {},
      write: ({ path }: Stream, heap: Uint8Array, from: number, length: number) =>
        this.append(path, heap, from, length),
    })
  }

  /** Runs `copyTo` with the path of a new file and answers what was written to it. */
  async collect(copyTo: (path: string) => Promise<unknown>): Promise<Uint8Array> {
    const path = `/dev/copy-${++this.count}`
    this.files.mkdev(path, this.device)
    try {
      await copyTo(path)
      const { bytes, length } = this.collected.get(path)!
      return bytes.subarray(0, length)
    } finally {
      this.collected.delete(path)
      this.files.unlink(path)
    }
  }

  private append(path: string, heap: Uint8Array, from: number, length: number): number {
    const file = this.collected.get(path)!
    const needed = file.length + length
    if (needed > file.bytes.length) {
      file.bytes = new Uint8Array(file.bytes.buffer.transfer(Math.max(needed, file.bytes.length * 2)))
    }
    file.bytes.set(heap.subarray(from, from + length), file.length)
    file.length = needed
    return length
  }
}
