import { hasText } from './columns/find-header.ts'
import type { IntakeOptions } from './options.ts'
import { prepare } from './prepare.ts'
import { type KnownStatus, readStatus } from './statuses/words.ts'

/** A word of the status column, what it is taken for, and in how many rows it stands. */
export interface StatusWord {
  word: string
  /** `null`: not known */
  status: KnownStatus | null
  rows: number
}

/** A column with more different words is none of statuses: the others are not counted. */
const MOST_WORDS = 1000

/** Rows below the header with something in them, and the words of the status column, the commonest first. */
export async function lookThrough(
  path: string,
  options: IntakeOptions,
  signal?: AbortSignal,
): Promise<{ rows: number; statuses: StatusWord[] }> {
  const { table, reader, headerIndex, settings } = await prepare(path, options, signal)
  let rows = 0
  const words = new Map<string, number>()
  await table.read(
    (some, firstRow) => {
      for (let i = Math.max(0, headerIndex + 2 - firstRow); i < some.length; i++) {
        if (!hasText(some[i]!)) continue
        rows++
        const word = reader.text(some[i]!, 'status').trim()
        if (words.has(word) || words.size < MOST_WORDS) words.set(word, (words.get(word) ?? 0) + 1)
      }
    },
    () => {},
    signal,
  )
  const statuses: StatusWord[] = []
  for (const [word, count] of words) {
    const status = readStatus(word, settings.statuses)
    if (status !== 'blank') statuses.push({ word, status, rows: count })
  }
  return { rows, statuses: statuses.toSorted((a, b) => b.rows - a.rows) }
}
