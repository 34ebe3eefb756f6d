import type { WorkspaceScope } from '../database/index.ts'
import { readWorkspace } from './settings.ts'

type Workspace = Awaited<ReturnType<typeof readWorkspace>>

interface Reading {
  now: Promise<Workspace>
  /** begins when `now` has ended, for all who asked meanwhile */
  next: Promise<Workspace> | null
}

/**
 * Reads workspaces for many requests at once: who asks while one is being read shares the reading that begins after it.
 * So nobody gets what was read before they asked.
 */
export class WorkspaceReader {
  private readonly readings = new Map<string, Reading>()

  read(scope: WorkspaceScope): Promise<Workspace> {
    const reading = this.readings.get(scope.workspaceId)
    if (!reading) return this.begin(scope)
    reading.next ??= reading.now.then(
      () => this.begin(scope),
      () => this.begin(scope),
    )
    return reading.next
  }

  private begin(scope: WorkspaceScope): Promise<Workspace> {
    const now = readWorkspace(scope)
    const reading: Reading = { now, next: null }
    this.readings.set(scope.workspaceId, reading)
    const end = () => {
      if (!reading.next) this.readings.delete(scope.workspaceId)
    }
    now.then(end, end)
    return now
  }
}
