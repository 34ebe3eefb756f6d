import { type Contact, findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { PhoneReader } from '../intake/phones.ts'
import type { Columns } from '../reports/columns.ts'
import { readWorkspace } from '../workspace/index.ts'

/** Kinds of keys: of the booking system, of a phone, of an e-mail. */
const [NUMBER, PHONE, EMAIL] = ['#', 'p', '@'] as const

/** A line of a pasted list or CSV file nobody was found by. */
export interface MissingLine {
  /** counts from 1 */
  line: number
  text: string
}

export interface FoundByContacts {
  /** ids in the book, ascending */
  clientIds: number[]
  /** lines that are not blank, without a heading */
  lines: number
  missing: MissingLine[]
}

/**
 * Finds clients with a visit by a list of theirs: in each line a phone however it is written, an e-mail or the client's
 * number in the booking system, anywhere among other columns. Everybody who has the phone is found. A first line with
 * none of them is taken for a heading.
 */
export async function findByContacts(
  scope: WorkspaceScope,
  { clientIds }: Pick<Columns, 'clientIds'>,
  text: string,
): Promise<FoundByContacts> {
  const { country } = await readWorkspace(scope)
  const phones = new PhoneReader(country)
  const known = indexOf((await findContacts(scope, Array.from(clientIds))).values(), phones)
  const found = new Set<number>()
  const missing: MissingLine[] = []
  const lines = text.split(/\r\n|\r|\n/).map((line) => keysOfLine(line.replace('\uFEFF', '').trim(), phones))
  const first = lines.findIndex(({ keys }) => keys.length > 0)
  let asked = 0
  for (const [i, { words, keys }] of lines.entries()) {
    if (keys.length === 0) continue
    const ids = keys.flatMap((key) => known.get(key) ?? [])
    for (const id of ids) found.add(id)
    const isHeading = i === first && ids.length === 0 && keys.every((key) => key.startsWith(NUMBER))
    if (isHeading) continue
    asked++
    if (ids.length === 0) missing.push({ line: i + 1, text: words })
  }
  return { clientIds: [...found].sort((a, b) => a - b), lines: asked, missing }
}

function indexOf(contacts: Iterable<Contact>, phones: PhoneReader): Map<string, number[]> {
  const known = new Map<string, number[]>()
  const add = (key: string, id: number) => {
    const ids = known.get(key)
    if (ids) ids.push(id)
    else known.set(key, [id])
  }
  for (const { id, externalId, phone, email, erased } of contacts) {
    if (erased) continue
    if (externalId !== '') add(NUMBER + externalId, id)
    if (phone !== '' && phones.read(phone) > 0) add(`${PHONE}${phones.read(phone)}`, id)
    if (email !== '') add(EMAIL + email.toLowerCase(), id)
  }
  return known
}

/** What a line may be known by. */
function keysOfLine(words: string, phones: PhoneReader): { words: string; keys: string[] } {
  const cells = words.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  return { words, keys: cells.flatMap((cell) => keysOf(cell, phones)) }
}

function keysOf(cell: string, phones: PhoneReader): string[] {
  if (cell === '') return []
  if (/^\S+@\S+\.\S+$/.test(cell)) return [EMAIL + cell.toLowerCase()]
  const phone = phones.read(cell)
  return phone > 0 ? [`${PHONE}${phone}`, NUMBER + cell] : [NUMBER + cell]
}
