/** The first characters of a file whatever its encoding: those of the formats asked about here are ASCII. */
export function textBeginning(bytes: Buffer): string {
  return bytes
    .subarray(0, 4096)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
}

export function isHtml(beginning: string): boolean {
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|style|body|div|table)\b/is.test(
    beginning,
  )
}

const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^[{[]\s*(?:["{[\]}]|$)/, '.json'],
  [/^BEGIN:VCALENDAR/i, '.ics'],
  [/^BEGIN:VCARD/i, '.vcf'],
  [/^%PDF/, '.pdf'],
  [/^</, '.xml'],
  [/^\{\\rtf/, '.rtf'],
  [/^Rar!/, '.rar'],
  [/^7z¼¯/, '.7z'],
  [/^\x89PNG|^ÿØÿ|^GIF8/, '.png'],
]

/** What a file is that is no table, by the ending such files have; `null`: it may be one. */
export function foreignText(beginning: string): string | null {
  return FOREIGN.find(([pattern]) => pattern.test(beginning))?.[1] ?? null
}
