import { createContext, useContext } from 'react'
import type { Day, Workspace } from '../api/types.ts'
import { daysAfter } from './salon-today.ts'

/**
 * The workspace with a day to stand on even before it has data (the browser's today), and the salon's own today, which
 * `asOf` is `daysBehind` of.
 */
export type KnownWorkspace = Workspace & { asOf: Day; today: Day }

export const WorkspaceContext = createContext<KnownWorkspace | null>(null)

export function withToday(workspace: Workspace): KnownWorkspace {
  const asOf = workspace.asOf ?? new Date().toISOString().slice(0, 10)
  return { ...workspace, asOf, today: daysAfter(asOf, workspace.daysBehind) }
}

/** The salon the page is about; pages are drawn only once it is known. */
export function useWorkspace(): KnownWorkspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace belongs inside the shell, which loads the workspace first')
  return workspace
}
