import { type Day, formatDay } from '@comeback/retention'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '../audit/index.ts'
import { rowsOf, type WorkspaceScope } from '../database/index.ts'
import { workspaces } from '../database/tables.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import { laterId } from '../later-id.ts'
import { salonMoment } from '../today.ts'
import { readWorkspace } from '../workspace/index.ts'
import type { GroupRule } from './rule.ts'
import { type Group, groups } from './tables.ts'

/** Groups in use; who needs more archives some. */
const MOST = 200

interface NewGroup {
  name: string
  who: Who
}

/**
 * Makes a group of these people, who stay in it whatever comes; answers its id. `awayOn` as in away-on.ts. Ids nobody has and erased clients are
 * passed over. Throws `groupEmpty` when nobody is left and `tooManyGroups`.
 */
export async function createFrozenGroup(
  scope: WorkspaceScope,
  { name, clientIds, awayOn, who }: NewGroup & { clientIds: readonly number[]; awayOn: Day | null },
): Promise<string> {
  return scope.transaction(async (inner) => {
    const { db, workspaceId } = inner
    const { id } = await insertGroup(
      inner,
      { name, who },
      { rule: null, awayOn: awayOn === null ? null : formatDay(awayOn) },
    )
    const added = await rowsOf(
      db,
      sql`INSERT INTO group_members (workspace_id, group_id, client_id)
        SELECT workspace_id, ${id}, id FROM clients
        WHERE workspace_id = ${workspaceId} AND id = ANY (${`{${clientIds.join(',')}}`}::integer[]) AND erased_at IS NULL
        RETURNING 1`,
    )
    if (added.length === 0) throw new AppError('groupEmpty')
    const details = { kind: 'frozen', people: added.length }
    await recordAudit(inner, who, { action: 'group.made', subject: `group:${id}`, details })
    return id
  })
}

/** Makes a group of whoever the rule holds for at the time it is asked; answers its id. Throws `tooManyGroups`. */
export async function createLiveGroup(
  scope: WorkspaceScope,
  { name, rule, who }: NewGroup & { rule: GroupRule },
): Promise<string> {
  return scope.transaction(async (inner) => {
    const { id } = await insertGroup(inner, { name, who }, { rule, awayOn: null })
    await recordAudit(inner, who, { action: 'group.made', subject: `group:${id}`, details: { kind: 'live' } })
    return id
  })
}

async function insertGroup(
  scope: WorkspaceScope,
  { name, who }: NewGroup,
  kind: Pick<Group, 'rule' | 'awayOn'>,
): Promise<Group> {
  const { db, workspaceId } = scope
  // one at a time: of two of one name the second gets a number
  await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update')
  const inUse = and(eq(groups.workspaceId, workspaceId), isNull(groups.archivedAt))
  const [has] = await db.select({ groups: count() }).from(groups).where(inUse)
  if ((has?.groups ?? 0) >= MOST) throw new AppError('tooManyGroups', { value: String(MOST) })
  const taken = await db.select({ name: groups.name }).from(groups).where(inUse)
  const free = freeName(name, new Set(taken.map((each) => each.name)))
  const createdAt = salonMoment(await readWorkspace(scope))
  const madeBy = 'name' in who ? who.name : ''
  const [made] = await db
    .insert(groups)
    .values({ workspaceId, id: laterId(), name: free, ...kind, madeBy, createdAt })
    .returning()
  return made!
}

/** The name, with the first number that makes it free where it is taken: `Lost (2)`. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let number = 2; ; number++) {
    const numbered = `${name} (${number})`
    if (!taken.has(numbered)) return numbered
  }
}
