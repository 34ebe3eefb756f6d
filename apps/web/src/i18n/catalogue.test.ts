import { describe, expect, test } from 'vitest'
import { CATALOGUES } from './catalogue.ts'
import { LANGUAGES } from './languages.ts'

const FORMS = ['one', 'few', 'many', 'other']

/** Every sentence by its path; the forms of a plural share the path, as they share their placeholders. */
function sentences(messages: object, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [key, value] of Object.entries(messages)) {
    const here = FORMS.includes(key) ? path : `${path}.${key}`
    const inside = typeof value === 'string' ? new Map([[here, [value]]]) : sentences(value as object, here)
    for (const [at, texts] of inside) found.set(at, [...(found.get(at) ?? []), ...texts])
  }
  return found
}

const placeholders = (text: string) => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(([found]) => found).sort()

describe.each(LANGUAGES)('the %s catalogue', (language) => {
  const ours = sentences(CATALOGUES[language])
  const base = sentences(CATALOGUES.uk)

  test('has exactly the sentences of the Ukrainian one', () => {
    expect([...ours.keys()].sort()).toEqual([...base.keys()].sort())
  })

  test('leaves no sentence empty', () => {
    const empty = [...ours].filter(([, texts]) => texts.some((text) => text.trim() === '')).map(([path]) => path)
    expect(empty).toEqual([])
  })

  test('uses the same placeholders', () => {
    for (const [path, texts] of ours) {
      const wanted = placeholders(base.get(path)![0]!)
      for (const text of texts) expect(placeholders(text), path).toEqual(wanted)
    }
  })

  test('has every plural form its language needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const plurals = (messages: object): object[] =>
      Object.values(messages).flatMap((value) => {
        if (typeof value !== 'object') return []
        return 'other' in value ? [value] : plurals(value)
      })
    for (const forms of plurals(CATALOGUES[language])) expect(Object.keys(forms).sort()).toEqual([...needed].sort())
  })
})
