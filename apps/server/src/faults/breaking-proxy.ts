import { connect, createServer, type Server, type Socket } from 'node:net'

export interface BreakingProxy {
  /** the database's address, through here */
  url: string
  /**
   * Breaks the next connection whose client says `words`: `before` the server hears of it, or `after`, when the server has
   * done it and the client is not told. Resolves when that has happened.
   */
  breakAt(words: string, when: 'before' | 'after'): Promise<void>
  close(): Promise<void>
}

interface Break {
  words: string
  when: 'before' | 'after'
  broken(): void
}

/** What clients of PostgreSQL have to go through, to break their connections at a named point. */
export async function breakingProxy(databaseUrl: string): Promise<BreakingProxy> {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let next: Break | null = null
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let isMuted = false
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        open.delete(socket)
        end()
      })
    }
    client.on('data', (bytes) => {
      const due = next && bytes.includes(next.words) ? next : null
      if (due) next = null
      if (due?.when === 'before') end()
      else upstream.write(bytes)
      if (due?.when === 'after') isMuted = true
      if (due?.when === 'after') upstream.once('data', end)
      due?.broken()
    })
    upstream.on('data', (bytes) => {
      if (!isMuted) client.write(bytes)
    })
  })
  const url = new URL(databaseUrl)
  url.port = String(await listening(server))
  return {
    url: url.href,
    breakAt(words, when) {
      const { promise, resolve } = Promise.withResolvers<void>()
      next = { words, when, broken: resolve }
      return promise
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}
