import { PGlite, type Transaction } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { PLAIN_VAULT } from '../vault/index.ts'
import type { Connection, Database, Store } from './connection.ts'
import { CopyDevice } from './copy-device.ts'
import { startHousekeeping } from './housekeeping.ts'
import { makeContentPrivate, makePrivateFolder } from './private-folder.ts'

export interface PgliteStore extends Store {
  kind: 'pglite'
  client: PGlite
}

/**
 * Opens the embedded PostgreSQL in a folder that only its owner can read, in memory without one. The caller holds the
 * folder's lock.
 */
export async function openPglite(folder?: string): Promise<PgliteStore> {
  if (folder !== undefined) makePrivateFolder(folder)
  const client = await PGlite.create(folder)
  if (folder !== undefined) makeContentPrivate(folder)
  const store = pgliteStore(client)
  const stopHousekeeping = startHousekeeping(client)
  return {
    ...store,
    async close() {
      stopHousekeeping()
      await store.close()
    },
  }
}

export function pgliteStore(client: PGlite): PgliteStore {
  const device = new CopyDevice(client)
  const turns = new Map<string, Promise<unknown>>()
  const held = new Set<string>()
  return {
    kind: 'pglite',
    vault: PLAIN_VAULT,
    client,
    ...connectionOf(client, device),
    transaction: (work, mode = 'write') =>
      client.transaction(async (tx) => {
        if (mode === 'snapshot') await tx.exec('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
        return work(connectionOf(tx, device))
      }),
    // the folder's lock makes this process the only one, so taking turns inside it is enough
    exclusively(name, work) {
      const turn = (turns.get(name) ?? Promise.resolve()).then(work, work)
      turns.set(name, turn)
      return turn
    },
    async ifFree(name, work) {
      if (held.has(name)) return false
      held.add(name)
      try {
        await work()
        return true
      } finally {
        held.delete(name)
      }
    },
    close: () => client.close(),
  }
}

function connectionOf(client: PGlite | Transaction, device: CopyDevice): Connection {
  return {
    // Drizzle only calls query() and exec(), which a transaction has as well
    db: drizzle({ client: client as PGlite }) as unknown as Database,
    async copyIn(target, bytes, format = 'binary') {
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>])
      await client.query(`COPY ${target} FROM '/dev/blob' WITH (FORMAT ${format})`, [], { blob })
    },
    copyOut: (query) => device.collect((path) => client.query(`COPY (${query}) TO '${path}' WITH (FORMAT binary)`)),
    copyToFile: (query, file) =>
      device.toFile((path) => client.query(`COPY (${query}) TO '${path}' WITH (FORMAT text)`), file),
  }
}
