import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const files = (pattern: string) => globSync(pattern, { cwd: root }).filter((path) => !path.includes('node_modules'))

test('every package is asked for in one exact version, and the lock file names what was fetched', () => {
  const manifests = files('{package.json,{packages,apps}/*/package.json}')
  expect(manifests.length).toBeGreaterThan(4)
  const loose = manifests.flatMap((path) => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = readJson(path)
    const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides }
    return Object.entries(wanted).flatMap(([name, version]) =>
      /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)) ? [] : [`${path}: ${name} ${version}`],
    )
  })
  expect(loose).toEqual([])
  const { packages } = readJson('package-lock.json') as unknown as { packages: Record<string, Locked> }
  const unsure = Object.entries(packages).filter(([, { resolved, integrity, link }]) => resolved && !link && !integrity)
  expect(unsure.map(([name]) => name)).toEqual([])
})

interface Locked {
  resolved?: string
  integrity?: string
  link?: boolean
}

/** What secrets look like when they stand in a source; what tests make up stays in tests. */
const SECRETS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:secret|password|token|apiKey)\w*\s*[:=]\s*'[^'\s]{16,}'/i,
  /\b(?:postgres(?:ql)?|smtps?):\/\/[^:/\s'`$]+:[^@\s'`$]+@(?!localhost|host|mail\.example|127\.0\.0\.1)/,
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|sk_live_\w{16,})\b/,
]

test('secrets come from the environment or a file, never from a source', () => {
  const sources = files('{apps,packages,scripts}/**/*.{ts,tsx,mjs}').filter(
    (path) => !/\.test\.ts$|\/testing\.ts$|\/(test|browser|i18n|dist)\//.test(path),
  )
  expect(sources.length).toBeGreaterThan(300)
  const found = [...sources, 'compose.yaml', 'Dockerfile'].filter((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return SECRETS.some((pattern) => pattern.test(text))
  })
  expect(found).toEqual([])
})

function readJson(path: string): Record<string, Record<string, string>> {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
