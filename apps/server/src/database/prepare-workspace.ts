import { randomUUIDv7 } from 'node:crypto'
import type { Store } from './connection.ts'
import { openScope, type WorkspaceScope } from './scope.ts'
import { workspaces } from './tables.ts'

/** What a workspace is before anyone has changed its settings. */
export const FIRST_WORKSPACE = { name: 'Comeback', timeZone: 'Europe/Kyiv', currency: 'UAH', country: 'UA' }

/** Opens the scope of the workspace there is, and makes one at the first start. */
export async function prepareWorkspace(store: Store): Promise<{ scope: WorkspaceScope; isNew: boolean }> {
  return store.exclusively('prepare workspace', async () => {
    const [existing] = await store.db.select({ id: workspaces.id }).from(workspaces).orderBy(workspaces.id).limit(1)
    if (existing) return { scope: openScope(store, existing.id), isNew: false }
    const id = randomUUIDv7()
    await store.db.insert(workspaces).values({ id, ...FIRST_WORKSPACE })
    return { scope: openScope(store, id), isNew: true }
  })
}
