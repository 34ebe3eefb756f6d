import { formatDay } from '@comeback/retention'
import { and, eq, isNotNull } from 'drizzle-orm'
import { addMember, OWNER } from '../accounts/index.ts'
import { memberships } from '../accounts/tables.ts'
import { openScope, type Store } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { LAST_DAY, loadDemo } from '../demo/index.ts'
import { laterId } from '../later-id.ts'

/** Everybody may be written to: nobody is. */
const SETTINGS = { softOptIn: true }
const SALON = { name: 'Пробний салон', timeZone: 'Europe/Kyiv', currency: 'UAH', country: 'UA', settings: SETTINGS }

/**
 * The practice salon of a person, made on first use: the demo salon once more, in which they may do everything and
 * nothing leaves the server. It begins on the last day of the demo's data and goes on when its owner says so.
 */
export function openPractice(store: Store, userId: string): Promise<string> {
  // pressed twice it would be made twice
  return store.exclusively(`practice ${userId}`, async () => {
    const known = await practiceOf(store, userId)
    const id = known ?? (await make(store, userId))
    await loadDemo(openScope(store, id))
    return id
  })
}

async function practiceOf(store: Store, userId: string): Promise<string | null> {
  const [found] = await store.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .innerJoin(memberships, eq(memberships.workspaceId, workspaces.id))
    .where(and(eq(memberships.userId, userId), eq(memberships.role, 'owner'), isNotNull(workspaces.practiceDay)))
  return found?.id ?? null
}

async function make(store: Store, userId: string): Promise<string> {
  const id = laterId()
  await store.db.insert(workspaces).values({ id, ...SALON, practiceDay: formatDay(LAST_DAY) })
  await addMember(store, id, userId, OWNER)
  return id
}
