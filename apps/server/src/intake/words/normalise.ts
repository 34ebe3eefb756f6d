/** Lower-case words of letters and digits, one space between: `Client_ID`, `client-id` and ` CLIENT  ID ` are one. */
export function normaliseWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
