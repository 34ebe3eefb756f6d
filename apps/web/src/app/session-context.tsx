import type { Actor } from '@comeback/server/permissions'
import { createContext, useContext } from 'react'
import type { Session } from '../api/types.ts'

/** A session that has something to look at. */
export type KnownSession = Session & { actor: NonNullable<Session['actor']>; workspaceId: string }

export const SessionContext = createContext<KnownSession | null>(null)

export function useSession(): KnownSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession belongs inside the shell, which loads the session first')
  return session
}

/** Whether the person looking may do something; the server asks the same predicates. */
export function useMay(): (can: (actor: Actor) => boolean) => boolean {
  const { actor } = useSession()
  return (can) => can(actor)
}
