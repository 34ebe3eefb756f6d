/** Digits from which on a number is taken for a whole one, whose leading zero is not part of its E.164 form. */
const WHOLE_PHONE = 7

/**
 * What a search by name, phone or e-mail looks through. It is made here and not by SQL's lower(), which depends on
 * the server's locale for Cyrillic.
 */
export function searchText(name: string, phone: string, email: string): string {
  return [fold(name), digitsOf(phone), fold(email)].join('\n')
}

/**
 * What of a typed text to look for in {@link searchText}; `null` for a blank search. Typed phones are found however they
 * are written: `050 123-45-67` and `+380501234567` are the same.
 */
export function searchWords(typed: string): string | null {
  const text = fold(typed)
  if (text === '') return null
  const digits = /^[+\d\s().-]+$/.test(text) ? digitsOf(text) : ''
  const phone = digits.length >= WHOLE_PHONE ? digits.replace(/^0+/, '') : digits
  return phone || text
}

/** The LIKE pattern for {@link searchWords}. */
export function searchPattern(typed: string): string | null {
  const words = searchWords(typed)
  return words === null ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
