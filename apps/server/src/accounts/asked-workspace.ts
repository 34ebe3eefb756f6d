import type { Context } from 'hono'

/** Names the workspace a page looks at, in links to files by the query parameter of the same name. */
const HEADER = 'comeback-workspace'

/** The workspace a request says it is about; `null`: the one the session has chosen. */
export function askedWorkspace(c: Context): string | null {
  return c.req.header(HEADER) ?? c.req.query(HEADER) ?? null
}
