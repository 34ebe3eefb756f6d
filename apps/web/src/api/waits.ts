import { sendJson } from './request.ts'
import type { Workspace } from './types.ts'

type Wait = NonNullable<Workspace['waits']>['for']

/** Lets a restored copy send, or confirms the date after the clock has jumped. */
export const sayGo = (wait: Wait) => sendJson<{ done: true }>('POST', '/workspace/go', { for: wait })
