import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDay } from '@comeback/retention'
import { afterAll } from 'vitest'
import { type ReadBook, type ReadOptions, readBook } from './read-book.ts'

const TODAY = parseDay('2026-04-05')!

/** A folder for one test file, removed when its tests are over; gives a function that writes a file into it. */
export async function temporaryFolder(): Promise<(name: string, content: string | Buffer) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-intake-'))
  afterAll(() => rm(folder, { recursive: true }))
  return async (name, content) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
}

/** An example of the repository, such as `uk/altegio.csv`. */
export function example(name: string): string {
  return join(import.meta.dirname, '../../../../examples', name)
}

export function readAsOfToday(path: string, options: ReadOptions = {}): Promise<ReadBook> {
  return readBook(path, { today: TODAY, ...options })
}
