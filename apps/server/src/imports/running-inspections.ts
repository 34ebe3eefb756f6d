import type { WorkspaceScope } from '../database/index.ts'

/** The inspections this process is doing, for stopping them. */
export class RunningInspections {
  private readonly controllers = new Map<string, AbortController>()

  async run(scope: WorkspaceScope, id: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController()
    this.controllers.set(keyOf(scope, id), controller)
    try {
      await work(controller.signal)
    } finally {
      this.controllers.delete(keyOf(scope, id))
    }
  }

  stop(scope: WorkspaceScope, id: number) {
    this.controllers.get(keyOf(scope, id))?.abort()
  }

  stopAll() {
    for (const controller of this.controllers.values()) controller.abort()
  }
}

function keyOf({ workspaceId }: WorkspaceScope, id: number): string {
  return `${workspaceId}/${id}`
}
