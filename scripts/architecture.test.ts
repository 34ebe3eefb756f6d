import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = dirname(import.meta.dirname)

/** Folders of the server from the bottom up: each may use those before it; those on one line only by their index. */
const LAYERS = [
  [
    'errors.ts',
    'languages.ts',
    'later-id.ts',
    'birthday.ts',
    'currency.ts',
    'today.ts',
    'page-address.ts',
    'in-thread.ts',
    'read-secret.ts',
    'folder-secret.ts',
    'formulas.ts',
    'permissions.ts',
    'plans.ts',
    'proxies.ts',
  ],
  ['log', 'vault'],
  ['config.ts'],
  ['database', 'mail'],
  ['http'],
  ['audit'],
  ['accounts'],
  ['workspace'],
  ['consent', 'intake'],
  ['book'],
  ['jobs'],
  ['webhooks'],
  ['channels'],
  ['demo', 'imports', 'reports'],
  ['links'],
  ['groups', 'bonuses', 'surveys'],
  ['calls'],
  ['messages'],
  ['campaigns'],
  ['automations'],
  ['waits'],
  ['practice'],
  ['exports', 'quality', 'backup', 'host', 'privacy'],
  ['operations'],
]

const server = join(root, 'apps/server/src')

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const imports = source.matchAll(/^(?:import|export|\}).*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm)
  return [...imports].map((match) => (match[1] ?? match[2] ?? match[3])!)
}

function place(path: string): { folder: string; layer: number } {
  const [folder] = relative(server, path).split('/') as [string]
  const layer = LAYERS.findIndex((each) => each.includes(folder))
  return { folder, layer: layer < 0 ? LAYERS.length : layer }
}

function sources(pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .filter((path) => !path.includes('node_modules') && !/\.test\.tsx?$|\/testing\.ts$/.test(path))
    .map((path) => join(root, path))
}

test('dependencies of the server point down, or sideways through an index', () => {
  const wrong: string[] = []
  for (const file of sources('apps/server/src/**/*.ts')) {
    const from = place(file)
    for (const specifier of importsOf(file).filter((each) => each.startsWith('.'))) {
      const target = join(dirname(file), specifier)
      const to = place(target)
      const sideways = to.layer === from.layer && to.folder !== from.folder && from.layer < LAYERS.length
      if (to.layer > from.layer || (sideways && !target.endsWith('/index.ts')))
        wrong.push(`${relative(root, file)} → ${relative(root, target)}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the engine depends on nothing but itself', () => {
  const outside = sources('packages/retention/src/**/*.ts').flatMap((file) =>
    importsOf(file).filter((specifier) => !specifier.startsWith('./') && !specifier.startsWith('../')),
  )
  expect(outside).toEqual([])
})

/**
 * What runs in a browser too: words and field names of the intake, which the page says as the command line does, and
 * who may do what, which the page asks as the routes do, and how many bonuses a bill may be paid with.
 */
const SHARED_WITH_PAGE = [
  'audit/events',
  'bonuses/most-redeemable',
  'campaigns/template',
  'channels/sms-parts',
  'intake/describe',
  'intake/errors',
  'intake/fields',
  'languages',
  'permissions',
  'plans',
  'channels/providers',
  'calls/script',
].map((name) => `@comeback/server/${name}`)

test('the page takes types, the words of the intake and the permissions from the server, nothing else', () => {
  const wrong = sources('apps/web/src/**/*.{ts,tsx}').filter((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^import (?!type).*'(@comeback\/server[^']*)'/gm)].some(
      (match) => !SHARED_WITH_PAGE.includes(match[1]!),
    ),
  )
  expect(wrong).toEqual([])
})

test('no source file is longer than 400 lines', () => {
  const long = sources('{apps,packages,bench,scripts}/**/*.{ts,tsx,mjs}').filter(
    (file) => readFileSync(file, 'utf8').split('\n').length > 401,
  )
  expect(long.map((file) => relative(root, file))).toEqual([])
})
