import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './env.ts'

/**
 * Which methods an address of the API takes, as the header Allow says them; '' for an address there is none at. Ask once all
 * routes are there.
 */
export function methodsOf(app: OpenAPIHono<Env>): (path: string) => string {
  let known: { pattern: RegExp; method: string }[] | null = null
  return (path) => {
    known ??= app.openAPIRegistry.definitions.flatMap((each) =>
      each.type === 'route' ? [{ pattern: patternOf(each.route.path), method: each.route.method.toUpperCase() }] : [],
    )
    const methods = new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))
    if (methods.has('GET')) methods.add('HEAD')
    return [...methods].sort().join(', ')
  }
}

/** `/api/clients/{id}`, or `:id` as the router has it; what is between is taken as it is. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => (/^(\{.*\}|:.*)$/.test(part) ? '[^/]+' : RegExp.escape(part)))
  return new RegExp(`^${parts.join('/')}$`)
}
