import type { Session } from '../api/types.ts'

// A link says which salon it is of, so that it shows a colleague with several salons the same one: `?w=` and the end of the
// salon's id, which is random. It opens nothing: who may see a salon is the server's to say.

/** What stands in the address for a salon. */
export const markOf = (workspaceId: string): string => workspaceId.slice(-8)

/** Of an address: the salon it is of, if it says so. */
export interface MarkSearch {
  w?: string | undefined
}

export function readMark({ w }: Record<string, unknown>): MarkSearch {
  return typeof w === 'string' && /^[0-9a-f]{8}$/.test(w) ? { w } : {}
}

/** Where an address leads: to what is looked at, to another salon of this person (or the demo), or to one they do not see. */
export type Asked = 'here' | { id: string } | 'unseen'

type Salons = Pick<Session, 'workspaceId' | 'demoWorkspaceId' | 'workspaces'>

export function askedSalon(mark: string | undefined, { workspaceId, demoWorkspaceId, workspaces }: Salons): Asked {
  if (mark === undefined || (workspaceId !== null && mark === markOf(workspaceId))) return 'here'
  const seen = [...workspaces.map(({ id }) => id), ...(demoWorkspaceId === null ? [] : [demoWorkspaceId])]
  const id = seen.find((each) => markOf(each) === mark)
  return id === undefined ? 'unseen' : { id }
}
