/** What a page reads from its address: repeated names become lists, the rest is text. */
export type RawSearch = Record<string, string | string[]>

/** `?base=2025-12&filter=staff:Марта&filter=…`: names and values as people would type them, no JSON. */
export function parseSearch(text: string): RawSearch {
  const search: RawSearch = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name]
    search[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return search
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === false) continue
    if (Array.isArray(value)) for (const item of value) params.append(name, String(item))
    else params.set(name, value === true ? '1' : String(value))
  }
  const text = params.toString().replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export const asFlag = (value: unknown): true | undefined => (value === '1' || value === true ? true : undefined)

export const asList = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

export function asOneOf<T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find((option) => option === value)
}

/** Leaves out what is undefined: an absent parameter is absent, not empty. */
export function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
