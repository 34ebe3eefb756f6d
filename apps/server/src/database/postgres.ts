import { createWriteStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { PLAIN_VAULT } from '../vault/index.ts'
import { BEGIN, type Connection, type Database, type Store } from './connection.ts'

export interface PostgresStore extends Store {
  kind: 'postgres'
  url: string
}

/** Longest wait for a connection, to a server that does not answer or of a pool whose connections are all busy. */
const PATIENCE_MS = 15_000

const MOST_CONNECTIONS = 10

/** No connection could be had, or it broke amid its work, under PostgreSQL's code for it. */
class ConnectionLost extends Error {
  readonly code = '08001'

  constructor(cause: unknown) {
    super('PostgreSQL does not answer', { cause })
  }
}

/** All connections of the pool were at work for too long, under PostgreSQL's code for having no more of them. */
class PoolBusy extends Error {
  readonly code = '53300'

  constructor(cause: unknown) {
    super('every connection to PostgreSQL is at work', { cause })
  }
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: pg.PoolClient['release']) => void

/** A pool that outlives its connections, and tells a database that is away from one that has much to do. */
class Pool extends pg.Pool {
  private connected = 0

  constructor(config: pg.PoolConfig) {
    super(config)
    // an idle connection that the server drops is replaced by the pool; without a listener it would end the process
    this.on('error', () => {})
    this.on('connect', (client) => {
      this.connected++
      // the pool listens while a client is idle only: what it is at work on fails and says so
      client.on('error', () => {})
    })
    this.on('remove', () => {
      this.connected--
    })
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const connecting = super.connect().catch((cause: unknown) => {
      throw this.connected >= MOST_CONNECTIONS ? new PoolBusy(cause) : new ConnectionLost(cause)
    })
    if (!callback) return connecting
    connecting.then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => {}),
    )
    return undefined
  }
}

/** Opens a pool on a PostgreSQL server (15 or later). */
export function openPostgres(url: string, patienceMs = PATIENCE_MS): PostgresStore {
  const pool = new Pool({ connectionString: url, max: MOST_CONNECTIONS, connectionTimeoutMillis: patienceMs })

  async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let isBroken = false
    const broken = () => {
      isBroken = true
    }
    client.once('error', broken)
    try {
      const result = await work(client)
      client.off('error', broken)
      client.release()
      return result
    } catch (error) {
      client.off('error', broken)
      // its state is unknown: close it, which also ends its transaction and lets go of its locks
      client.release(true)
      throw isBroken ? new ConnectionLost(error) : error
    }
  }

  return {
    kind: 'postgres',
    vault: PLAIN_VAULT,
    url,
    db: drizzle({ client: pool }) as unknown as Database,
    copyIn: (...args) => withClient((client) => connectionOf(client).copyIn(...args)),
    copyOut: (query) => withClient((client) => connectionOf(client).copyOut(query)),
    copyToFile: (...args) => withClient((client) => connectionOf(client).copyToFile(...args)),
    transaction: (work, mode = 'write') =>
      withClient(async (client) => {
        await client.query(BEGIN[mode])
        const result = await work(connectionOf(client))
        await client.query('COMMIT')
        return result
      }),
    exclusively: (name, work) =>
      withClient(async (client) => {
        await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name])
        const result = await work()
        await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name])
        return result
      }),
    async ifFree(name, work) {
      // a connection of its own: it is held for long, and the pool's are few
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
      // when the connection breaks the lock is gone, which the work's own statements will find out
      client.on('error', () => {})
      await client.connect().catch((cause) => {
        throw new ConnectionLost(cause)
      })
      try {
        const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free', [name])
        if (rows[0].free) await work()
        return rows[0].free
      } finally {
        await client.end().catch(() => {})
      }
    },
    close: () => pool.end(),
  }
}

function connectionOf(client: pg.PoolClient): Connection {
  return {
    db: drizzle({ client }) as unknown as Database,
    copyIn: (target, bytes, format = 'binary') =>
      pipeline([bytes], client.query(copyFrom(`COPY ${target} FROM STDIN WITH (FORMAT ${format})`))),
    copyOut: (query) => buffer(client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT binary)`))),
    copyToFile: (query, path) =>
      pipeline(
        client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT text)`)),
        createWriteStream(path, { flags: 'wx', mode: 0o600 }),
      ),
  }
}
