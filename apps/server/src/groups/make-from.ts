import type { Day } from '@comeback/retention'
import type { z } from '@hono/zod-openapi'
import { findContacts } from '../book/index.ts'
import type { WorkspaceScope } from '../database/index.ts'
import { AppError } from '../errors.ts'
import type { Who } from '../http/who.ts'
import type { Actor } from '../permissions.ts'
import type { Columns } from '../reports/columns.ts'
import { findByContacts } from './find-by-contacts.ts'
import { createFrozenGroup, createLiveGroup } from './make-group.ts'
import { peopleOfList } from './people-of-list.ts'
import type { NewGroupBody } from './schemas.ts'

interface Asker {
  scope: WorkspaceScope
  actor: Actor
  who: Who
  today: Day
}

/**
 * Makes the group a request describes; answers its id. Throws `clientNotFound` for an id of nobody, `groupEmpty`,
 * `tooManyGroups`, and as a list does when its query is not valid.
 */
export async function makeFrom(
  asker: Asker,
  columns: Columns,
  { name, from }: z.infer<typeof NewGroupBody>,
): Promise<string> {
  const { scope, who } = asker
  if (from.kind === 'rule') return createLiveGroup(scope, { name, rule: from.rule, who })
  if (from.kind === 'list') {
    return createFrozenGroup(scope, { name, who, ...(await peopleOfList(asker, columns, from)) })
  }
  const clientIds =
    from.kind === 'clients'
      ? await knownClients(scope, from.clients)
      : (await findByContacts(scope, columns, from.contacts)).clientIds
  return createFrozenGroup(scope, { name, who, clientIds, awayOn: null })
}

async function knownClients(scope: WorkspaceScope, ids: number[]): Promise<number[]> {
  const known = await findContacts(scope, ids)
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new AppError('clientNotFound', { value: String(unknown) })
  return ids
}
