import { isKnownHeader, shortHeader } from '../../columns/find-header.ts'
import { readStatus } from '../../statuses/words.ts'

const COMMON = new Set('оаеинтсрвлкмдпуіяьзбгчйєї')
const CYRILLIC = new Set('абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя')
const ACCENTED = new Set('àâäáãåąæçćčèéêëęìíîïłñńňòóôöõøœřśšßùúûüůýźżž')
/** Signs that stand in tables of visits. */
const SIGNS = new Set('№₴€£°–—«»„“”‘’…\u00a0·•')

/**
 * How much a text looks like one of our languages, by its letters beyond ASCII: common letters, capitals at the
 * beginning of words only, no two alphabets in a word. Only to be compared with other readings of the same bytes.
 */
export function likelihood(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 128) continue
    sum += letterScore(text[i]!, text[i - 1] ?? ' ', text[i + 1] ?? ' ')
  }
  return sum
}

function letterScore(letter: string, before: string, after: string): number {
  if (SIGNS.has(letter)) return 0
  const small = letter.toLowerCase()
  const capital = small !== letter
  const joined = isLetter(before) || isLetter(after)
  if (capital && isLetter(before) && before === before.toLowerCase()) return -3
  if (CYRILLIC.has(small)) {
    if (isLatin(before) || isLatin(after)) return -3
    return capital ? 1 : COMMON.has(small) ? 3 : 2
  }
  if (!ACCENTED.has(small) || !joined) return -3
  return isAscii(before) && isAscii(after) ? 2 : -2
}

const isAscii = (char: string) => char.charCodeAt(0) < 128
const isLatin = (char: string) => /[a-zà-ÿ]/i.test(char)
const isLetter = (char: string) => char.toLowerCase() !== char.toUpperCase()

/** How many different headers and statuses we know stand in the cells of a text, of those that are not ASCII. */
export function knownWords(text: string): number {
  const cells = new Set(text.split(/[,;|\t\r\n"]+/, 5000).filter((cell) => /\P{ASCII}/u.test(cell) && cell.length < 60))
  let known = 0
  for (const cell of cells) if (isKnownHeader(shortHeader(cell)) || isStatus(cell)) known++
  return known
}

function isStatus(cell: string): boolean {
  const status = readStatus(cell)
  return status !== null && status !== 'blank'
}
