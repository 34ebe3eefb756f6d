/** A text as the search compares it; SQL's lower() depends on the server's locale for Cyrillic. */
export function foldForSearch(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
