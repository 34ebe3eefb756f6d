import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../database/index.ts'
import { newDatabase, newDataFolder, newScope } from '../database/testing.ts'

const PROCESS = new URL('./process-without-room.ts', import.meta.url).pathname
/** The largest file, in blocks of 512 bytes or a KiB: more than any of a database, less than the row as text. */
const BLOCKS = 65_536

let folder: string
beforeEach(() => {
  folder = newDataFolder('migrated')
})
afterEach(() => rmSync(folder, { recursive: true }))

function withoutRoom(...args: string[]): Promise<{ failed: string; rows: number; said: string; left: string[] }> {
  const limited = ['-c', `ulimit -f ${BLOCKS}; exec "$0" "$@"`, process.execPath, PROCESS, ...args]
  return new Promise((resolve, reject) => {
    execFile('sh', limited, (error, out, err) => (error ? reject(new Error(err)) : resolve(JSON.parse(out))))
  })
}

test.each(['pglite', 'postgres'])(
  'a backup of %s without room for it says so, leaves nothing and the database answering',
  async (kind) => {
    const database = kind === 'postgres' ? await newDatabase('migrated') : null
    const place = database ? mkdtempSync(join(tmpdir(), 'comeback-uploads-')) : folder
    try {
      const { failed, rows, said, left } = await withoutRoom(place, ...(database ? [database.url] : []))
      expect([failed, rows]).toEqual(['diskFull', 1])
      expect(said).toBe(`there is no room for the rows in ${place}: free some and try again; nothing was changed`)
      expect(left.filter((name) => name.startsWith('backup'))).toEqual([])
    } finally {
      await database?.drop()
      if (database) rmSync(place, { recursive: true })
    }
  },
)

test('what a backup or a restore left when its process died is dropped at the next start, the database never', async () => {
  const dead = 2 ** 22 + 1
  const store = await openStore({ dataFolder: folder, databaseUrl: null })
  const { workspaceId } = await newScope(store)
  await store.close()
  mkdirSync(join(folder, `backup-${dead}-abc`, 'tables'), { recursive: true })
  const cut = join(folder, `restore-${dead}-abc`)
  mkdirSync(cut)
  renameSync(join(folder, 'pglite'), join(cut, 'replaced'))
  const again = await openStore({ dataFolder: folder, databaseUrl: null })
  expect((await again.db.execute('SELECT id FROM workspaces')) as unknown).toMatchObject({
    rows: [{ id: workspaceId }],
  })
  await again.close()
  expect(readdirSync(folder).filter((name) => /^(backup|restore)-/.test(name))).toEqual([])
  expect(existsSync(join(folder, 'pglite'))).toBe(true)
})
