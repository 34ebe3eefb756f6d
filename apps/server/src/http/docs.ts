import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import { describeFully } from './describe-fully.ts'
import type { Env } from './env.ts'

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const SERVED: Record<string, string> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Comeback API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true })\n`

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Comeback',
    version: '0.1.0',
    description: 'Retention of appointment businesses. Dates are local days, money is in minor units, unknown is null.',
  },
  security: [{ key: [] }, { session: [] }, {}],
}

/** The API's description for machines (/api/openapi.json) and for people (/api). */
export function docsRoutes(app: OpenAPIHono<Env>) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made in the settings of the workspace, `cbk_…`',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'comeback.session_token',
    description: 'Somebody signed in on the page',
  })
  app.get('/api/openapi.json', (c) => c.json(describeFully(app.getOpenAPI31Document(DOCUMENT))))
  app.get('/api', (c) => c.html(PAGE))
  app.get('/api/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript' }))
  app.get('/api/docs/:file', async (c) => {
    const file = c.req.param('file')
    const type = SERVED[file]
    if (!type) throw new AppError('notFound', { value: c.req.path })
    return c.body(new Uint8Array(await readFile(join(assets, file))), 200, { 'content-type': type })
  })
}
