import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from './env.ts'
import { nonceOf } from './security-headers.ts'

const YEAR = 31_536_000

/** Stands in the built page where the nonce of each answer goes; vite.config.ts has it put there. */
const NONCE_PLACE = 'NONCE_OF_THE_ANSWER'

/** Serves the built page: hashed assets for ever, and index.html for every address the page routes itself. */
export function servePage(app: OpenAPIHono<Env>, folder: string) {
  const root = relative(process.cwd(), folder)
  const index = async (c: Context) => {
    const page = await readFile(join(folder, 'index.html'), 'utf8')
    return c.html(page.replaceAll(NONCE_PLACE, nonceOf(c)), 200, { 'cache-control': 'no-cache' })
  }
  app.get('/', index)
  app.get('/index.html', index)
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
  app.get('*', async (c, next) => (c.req.path.startsWith('/api/') ? next() : index(c)))
}
