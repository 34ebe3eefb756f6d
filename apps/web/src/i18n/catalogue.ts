import { en } from './en/index.ts'
import type { Language } from './languages.ts'
import { ru } from './ru/index.ts'
import { uk } from './uk/index.ts'

/** A sentence with a number in it: the forms the language has, by the categories of Intl.PluralRules. */
export type Plural = { one: string; few?: string; many?: string; other: string }

/** The shape all languages share, taken from the Ukrainian one: same keys, each language's own plural forms. */
export type Shape<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends { one: string; other: string }
      ? Plural
      : { [K in keyof T]: Shape<T[K]> }

export type Catalogue = Shape<typeof uk>

/** Dotted paths to the sentences of a catalogue. */
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string | Plural
    ? K
    : T[K] extends readonly string[]
      ? never
      : `${K}.${Paths<T[K]>}`
}[keyof T & string]

export type TextKey = Paths<Catalogue>

export const CATALOGUES: Record<Language, Catalogue> = { uk, ru, en }

type Nested = { [key: string]: string | readonly string[] | Nested }

/** Plural forms become the suffixed keys i18next looks for: `{ clients: { one } }` → `{ clients_one }`. */
export function toResources(messages: Nested): Nested {
  const out: Nested = {}
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string' || Array.isArray(value)) out[key] = value
    else if ('one' in value && 'other' in value) {
      for (const [form, text] of Object.entries(value)) out[`${key}_${form}`] = text
    } else out[key] = toResources(value as Nested)
  }
  return out
}
