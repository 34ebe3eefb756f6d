/** A text as it is shown: its beginning, when it is long. */
export function shorten(text: string, longest = 200): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
