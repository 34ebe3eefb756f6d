import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HEADERS } from '../apps/server/src/intake/columns/headers.ts'
import { isField } from '../apps/server/src/intake/fields.ts'
import { normaliseWords } from '../apps/server/src/intake/words/normalise.ts'
import { en } from '../apps/web/src/i18n/en/index.ts'
import { ru } from '../apps/web/src/i18n/ru/index.ts'
import { uk } from '../apps/web/src/i18n/uk/index.ts'

const root = dirname(import.meta.dirname)
const guide = join(root, 'docs/guide')
const CATALOGUES = { uk, ru, en }

function documents(pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .filter((path) => !path.includes('node_modules'))
    .map((path) => join(root, path))
}

/** The text without what is shown as code, where brackets and stars mean something else. */
function prose(file: string): string {
  return readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '')
}

test('every link and picture of a page exists', () => {
  const files = documents('{*.md,docs/**/*.md}')
  expect(files.length).toBeGreaterThan(10)
  const broken = files.flatMap((file) =>
    [...prose(file).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)]
      .map((match) => (match[1] ?? match[2]!).replace(/#.*$/, ''))
      .filter((link) => link !== '' && !/^[a-z]+:/.test(link) && !existsSync(join(dirname(file), decodeURI(link))))
      .map((link) => `${relative(root, file)} → ${link}`),
  )
  expect(broken).toEqual([])
})

test('the guide has the same pages and pictures in every language', () => {
  const pages = Object.keys(CATALOGUES).map((language) => readdirSync(join(guide, language)).sort())
  expect(pages[0]!.length).toBeGreaterThan(0)
  for (const each of pages) expect(each).toEqual(pages[0])
  const pictures = Object.keys(CATALOGUES).map((language) =>
    documents(`docs/guide/${language}/*.md`)
      .flatMap((file) => [...prose(file).matchAll(/images\/(\w+)-([\w-]+\.png)/g)].map((match) => match[2]!))
      .sort(),
  )
  for (const each of pictures) expect(each).toEqual(pictures[0])
})

function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : []
}

const oneLine = (text: string) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')

describe.each(Object.entries(CATALOGUES))('the guide in %s', (language, catalogue) => {
  test('shows in bold only words that stand on the page', () => {
    const texts = new Set(textsOf(catalogue).map(oneLine))
    const unknown = documents(`docs/guide/${language}/*.md`).flatMap((file) =>
      [...prose(file).matchAll(/\*\*([\s\S]+?)\*\*/g)]
        .map((match) => oneLine(match[1]!))
        .filter((words) => !texts.has(words) && !texts.has(words.replace(/\.$/, '')))
        .map((words) => `${relative(root, file)}: “${words}”`),
    )
    expect(unknown).toEqual([])
  })
})

test('headers named in the description of the file format are recognised', () => {
  const rows = [...readFileSync(join(guide, 'file-format.md'), 'utf8').matchAll(/^\| `(\w+)` \|.*\|(.*)\|$/gm)]
  const fields = rows.flatMap(([, field, headers]) => (isField(field!) ? [{ field, headers: headers! }] : []))
  expect(fields.map(({ field }) => field).sort()).toEqual(Object.keys(HEADERS).sort())
  const unknown = fields.flatMap(({ field, headers }) => {
    const { exact, known } = HEADERS[field]
    return [...headers.matchAll(/`([^`]+)`/g)]
      .map((match) => match[1]!)
      .filter((header) => ![...exact, ...known].includes(normaliseWords(header)))
      .map((header) => `${field}: ${header}`)
  })
  expect(unknown).toEqual([])
})
