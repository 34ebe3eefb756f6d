import { eq } from 'drizzle-orm'
import { openScope, type Store, type WorkspaceScope } from './database/index.ts'
import { workspaces } from './database/tables.ts'
import { loadDemo } from './demo/index.ts'
import { laterId } from './later-id.ts'
import type { ColumnsCache } from './reports/columns.ts'

/** The workspaces a server opens by itself; people make others. */
export interface Workspaces {
  /** the command line's, and the first owner's: the oldest that is no demo */
  own: WorkspaceScope
  /** open to strangers; `null` where there is data of one's own and nobody asked for the demo */
  demo: WorkspaceScope | null
}

/** When the demo salon is shown: while there is nothing else, whatever else there is, or never. */
export type DemoUse = 'ifEmpty' | 'force' | 'never'

const DEFAULTS = { timeZone: 'Europe/Kyiv', currency: 'UAH', country: 'UA' }

/** Opens the workspaces, creating them on first start; the demo salon is loaded when there is nothing else to show. */
export async function openWorkspaces(store: Store, cache: ColumnsCache, use: DemoUse): Promise<Workspaces> {
  const own = await openOrCreate(store, false)
  if (use === 'never') return { own, demo: null }
  const { lines } = await cache.get(own)
  if (lines > 0 && use !== 'force') return { own, demo: null }
  const demo = await openOrCreate(store, true)
  await loadDemo(demo)
  return { own, demo }
}

/** One server at a time: two that start on an empty database would each make their own. */
function openOrCreate(store: Store, isDemo: boolean): Promise<WorkspaceScope> {
  return store.exclusively('workspaces', () => findOrCreate(store, isDemo))
}

async function findOrCreate(store: Store, isDemo: boolean): Promise<WorkspaceScope> {
  const [found] = await store.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.isDemo, isDemo))
    .orderBy(workspaces.createdAt)
    .limit(1)
  if (found) return openScope(store, found.id)
  const id = laterId()
  await store.db.insert(workspaces).values({ id, name: isDemo ? 'Салон «Повернення»' : '', isDemo, ...DEFAULTS })
  return openScope(store, id)
}
