import type { Session } from '../api/types.ts'

/** A person as something of one workspace: what they may see depends on all three. */
export type Holder = string

/** `null` for strangers, and for people who have nothing to look at. */
export function holderOf({ user, actor, workspaceId }: Session): Holder | null {
  if (!user || !actor || workspaceId === null) return null
  const limits = [actor.staff ?? '', ...(actor.locations ?? [])].map(encodeURIComponent)
  return [user.id, workspaceId, actor.role, ...limits].join('_')
}
