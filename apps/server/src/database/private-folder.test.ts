import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const place = mkdtempSync(join(tmpdir(), 'comeback-private-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const OPENS = `
  import { openPglite } from ${JSON.stringify(join(import.meta.dirname, 'pglite.ts'))}
  const [folder, table] = process.argv.slice(1)
  const { client, close } = await openPglite(folder)
  await client.exec('CREATE TABLE ' + table + ' (a int PRIMARY KEY, b text)')
  await client.exec('INSERT INTO ' + table + " SELECT g, repeat('x', 500) FROM generate_series(1, 2000) g")
  await close()`

/** Opens the database of a folder as a process with this umask does, and writes a table into it. */
function openWith(umask: string, folder: string, table: string) {
  const command = `umask ${umask}; exec "$0" --input-type=module-typescript -e "$1" -- "$2" "$3"`
  execFileSync('sh', ['-c', command, process.execPath, OPENS, folder, table], { stdio: 'inherit' })
}

/** Paths that somebody else could read, with their modes. */
function readableByOthers(folder: string) {
  return ['', ...(readdirSync(folder, { recursive: true }) as string[])]
    .map((path) => ({ path, mode: (lstatSync(join(folder, path)).mode & 0o777).toString(8) }))
    .filter(({ mode }) => mode !== '600' && mode !== '700')
}

test('the embedded database is readable by its owner only, whatever the umask', () => {
  const fresh = join(place, 'fresh')
  openWith('0000', fresh, 'first')
  expect(readableByOthers(fresh)).toEqual([])
  openWith('0022', fresh, 'second')
  expect(readableByOthers(fresh)).toEqual([])
})

test('a folder of an earlier version becomes so when it is opened', () => {
  const old = join(place, 'old')
  mkdirSync(old, { mode: 0o755 })
  openWith('0077', old, 'first')
  execFileSync('chmod', ['-R', 'go+rX', old])
  expect(readableByOthers(old).length).toBeGreaterThan(900)
  openWith('0022', old, 'second')
  expect(readableByOthers(old)).toEqual([])
})
