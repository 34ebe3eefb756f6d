import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './env.ts'

const YEAR = 31_536_000

/** Serves the built page: hashed assets for ever, and index.html for every address the page routes itself. */
export function servePage(app: OpenAPIHono<Env>, folder: string) {
  const root = relative(process.cwd(), folder)
  app.use(
    '*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (path, c) => {
        const hashed = path.includes('/assets/')
        c.header('cache-control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache')
      },
    }),
  )
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'))
  })
}
